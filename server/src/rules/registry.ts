import { batchNormSingleValue } from './batchNorm/batchNormSingleValue.ts';
import { batchNormTestStatistics } from './batchNorm/batchNormTestStatistics.ts';
import { batchNormTrainStatistics } from './batchNorm/batchNormTrainStatistics.ts';
import { batchNormWithoutScale } from './batchNorm/batchNormWithoutScale.ts';
import { convBiasBeforeBatchNorm } from './batchNorm/convBiasBeforeBatchNorm.ts';
import { scaleWithoutBias } from './batchNorm/scaleWithoutBias.ts';
import { duplicateLayerName } from './blobs/duplicateLayerName.ts';
import { emptyTop } from './blobs/emptyTop.ts';
import { unusedTop } from './blobs/unusedTop.ts';
import { dataBackend } from './data/dataBackend.ts';
import { dataTransformIgnored } from './data/dataTransformIgnored.ts';
import { inputShapeUnused } from './data/inputShapeUnused.ts';
import { inputWithoutShape } from './data/inputWithoutShape.ts';
import { meanBeforeScale } from './data/meanBeforeScale.ts';
import { mirrorInTest } from './data/mirrorInTest.ts';
import { prefetchZero } from './data/prefetchZero.ts';
import { sourceMissing } from './data/sourceMissing.ts';
import { firstPassFails } from './gradient/firstPassFails.ts';
import { gradientToLabel } from './gradient/gradientToLabel.ts';
import { noGradient } from './gradient/noGradient.ts';
import { biasFillerIgnored } from './initialization/biasFillerIgnored.ts';
import { bilinearUpsampling } from './initialization/bilinearUpsampling.ts';
import { constantWeights } from './initialization/constantWeights.ts';
import { fillerDefaultRange } from './initialization/fillerDefaultRange.ts';
import { fillerFieldIgnored } from './initialization/fillerFieldIgnored.ts';
import { fillerWithoutType } from './initialization/fillerWithoutType.ts';
import { noWeightFiller } from './initialization/noWeightFiller.ts';
import { scaleStartsAtZero } from './initialization/scaleStartsAtZero.ts';
import { inPlaceBeforeGradient } from './inPlace/inPlaceBeforeGradient.ts';
import { inPlaceSharedValues } from './inPlace/inPlaceSharedValues.ts';
import { inPlaceUnsafe } from './inPlace/inPlaceUnsafe.ts';
import { biasNotFrozen } from './learning/biasNotFrozen.ts';
import { paramOfAnotherType } from './learning/paramOfAnotherType.ts';
import { sharedParamRate } from './learning/sharedParamRate.ts';
import { shareModeOfOwner } from './learning/shareModeOfOwner.ts';
import { activationBeforeLoss } from './loss/activationBeforeLoss.ts';
import { hingeLabels } from './loss/hingeLabels.ts';
import { ignoreLabelDiffers } from './loss/ignoreLabelDiffers.ts';
import { labelAxesDiffer } from './loss/labelAxesDiffer.ts';
import { lossesWeighZero } from './loss/lossesWeighZero.ts';
import { lossNeedsProbabilities } from './loss/lossNeedsProbabilities.ts';
import { lossWeightSplit } from './loss/lossWeightSplit.ts';
import { lossWeightWithoutGradient } from './loss/lossWeightWithoutGradient.ts';
import { reluBeforeSoftmax } from './loss/reluBeforeSoftmax.ts';
import { singleClass } from './loss/singleClass.ts';
import { netStatePhase } from './phases/netStatePhase.ts';
import { neverIncluded } from './phases/neverIncluded.ts';
import { phaseInLayer } from './phases/phaseInLayer.ts';
import { phasesDiffer } from './phases/phasesDiffer.ts';
import { phasesScaleDiffer } from './phases/phasesScaleDiffer.ts';
import { unrequestedStage } from './phases/unrequestedStage.ts';
import type { Rule } from './rule.ts';
import { solverClipGradients } from './solver/solverClipGradients.ts';
import { solverFieldIgnored } from './solver/solverFieldIgnored.ts';
import { solverLrPolicy } from './solver/solverLrPolicy.ts';
import { solverLrPolicyField } from './solver/solverLrPolicyField.ts';
import { solverMaxIter } from './solver/solverMaxIter.ts';
import { solverMomentum } from './solver/solverMomentum.ts';
import { solverNeverReached } from './solver/solverNeverReached.ts';
import { solverNeverTests } from './solver/solverNeverTests.ts';
import { solverNumberRange } from './solver/solverNumberRange.ts';
import { solverRegularization } from './solver/solverRegularization.ts';
import { deprecatedField } from './syntax/deprecatedField.ts';
import { deprecatedInput } from './syntax/deprecatedInput.ts';
import { deprecatedLayers } from './syntax/deprecatedLayers.ts';
import { inlineNetOldSyntax } from './syntax/inlineNetOldSyntax.ts';
import { octalNumber } from './syntax/octalNumber.ts';
import { uncommonSyntax } from './syntax/uncommonSyntax.ts';
import { v0FieldLost } from './syntax/v0FieldLost.ts';
import { activationWithoutEffect } from './values/activationWithoutEffect.ts';
import { clipWithoutRange } from './values/clipWithoutRange.ts';
import { dropoutRatio } from './values/dropoutRatio.ts';
import { eltwiseCoeffIgnored } from './values/eltwiseCoeffIgnored.ts';
import { reshapeBatchWritten } from './values/reshapeBatchWritten.ts';
import { averagePoolingPadding } from './windows/averagePoolingPadding.ts';
import { dilationZero } from './windows/dilationZero.ts';
import { kernelExceedsInput } from './windows/kernelExceedsInput.ts';
import { paddingAroundOne } from './windows/paddingAroundOne.ts';
import { partialKernelIgnored } from './windows/partialKernelIgnored.ts';
import { poolingOutside } from './windows/poolingOutside.ts';
import { poolingRoundsUp } from './windows/poolingRoundsUp.ts';
import { stochasticPooling } from './windows/stochasticPooling.ts';

/** All rules, sorted by identifier. */
export const rules: readonly Rule[] = [
  activationBeforeLoss,
  activationWithoutEffect,
  averagePoolingPadding,
  batchNormSingleValue,
  batchNormTestStatistics,
  batchNormTrainStatistics,
  batchNormWithoutScale,
  biasFillerIgnored,
  biasNotFrozen,
  bilinearUpsampling,
  clipWithoutRange,
  constantWeights,
  convBiasBeforeBatchNorm,
  dataBackend,
  dataTransformIgnored,
  deprecatedField,
  deprecatedInput,
  deprecatedLayers,
  dilationZero,
  dropoutRatio,
  duplicateLayerName,
  eltwiseCoeffIgnored,
  emptyTop,
  fillerDefaultRange,
  fillerFieldIgnored,
  fillerWithoutType,
  firstPassFails,
  gradientToLabel,
  hingeLabels,
  ignoreLabelDiffers,
  inPlaceBeforeGradient,
  inPlaceSharedValues,
  inPlaceUnsafe,
  inlineNetOldSyntax,
  inputShapeUnused,
  inputWithoutShape,
  kernelExceedsInput,
  labelAxesDiffer,
  lossNeedsProbabilities,
  lossWeightSplit,
  lossWeightWithoutGradient,
  lossesWeighZero,
  meanBeforeScale,
  mirrorInTest,
  netStatePhase,
  neverIncluded,
  noGradient,
  noWeightFiller,
  octalNumber,
  paddingAroundOne,
  paramOfAnotherType,
  partialKernelIgnored,
  phaseInLayer,
  phasesDiffer,
  phasesScaleDiffer,
  poolingOutside,
  poolingRoundsUp,
  prefetchZero,
  reluBeforeSoftmax,
  reshapeBatchWritten,
  scaleStartsAtZero,
  scaleWithoutBias,
  shareModeOfOwner,
  sharedParamRate,
  singleClass,
  solverClipGradients,
  solverFieldIgnored,
  solverLrPolicy,
  solverLrPolicyField,
  solverMaxIter,
  solverMomentum,
  solverNeverReached,
  solverNeverTests,
  solverNumberRange,
  solverRegularization,
  sourceMissing,
  stochasticPooling,
  uncommonSyntax,
  unrequestedStage,
  unusedTop,
  v0FieldLost,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule with a code. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
