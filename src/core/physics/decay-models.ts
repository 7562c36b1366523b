import { ALP_DECAY_MODELS } from './alp-decays.ts';
import type { DecayModel } from './decay-model.ts';
import { HNL_DECAY_MODELS } from './hnl-decays.ts';
import { SCALAR_DECAY_MODELS } from './scalar-decays.ts';
import { VECTOR_DECAY_MODELS } from './vector-decays.ts';

/** Every particle whose decays are computed, by portal. */
const DECAY_MODELS: readonly DecayModel[] = [
  ...VECTOR_DECAY_MODELS,
  ...SCALAR_DECAY_MODELS,
  ...ALP_DECAY_MODELS,
  ...HNL_DECAY_MODELS,
];

/**
 * The decays of a model: one entry, or one for each of its variants, whose ids are that of the model and a name
 * after a slash. None where no decays are computed.
 */
export const listDecayModels = (modelId: string): readonly DecayModel[] =>
  DECAY_MODELS.filter(({ id }) => id === modelId || id.startsWith(`${modelId}/`));
