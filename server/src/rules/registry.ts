import { activationBeforeLoss } from './activationBeforeLoss.ts';
import { activationWithoutEffect } from './activationWithoutEffect.ts';
import { averagePoolingPadding } from './averagePoolingPadding.ts';
import { batchNormSingleValue } from './batchNormSingleValue.ts';
import { batchNormTestStatistics } from './batchNormTestStatistics.ts';
import { batchNormTrainStatistics } from './batchNormTrainStatistics.ts';
import { batchNormWithoutScale } from './batchNormWithoutScale.ts';
import { biasFillerIgnored } from './biasFillerIgnored.ts';
import { biasNotFrozen } from './biasNotFrozen.ts';
import { bilinearUpsampling } from './bilinearUpsampling.ts';
import { clipWithoutRange } from './clipWithoutRange.ts';
import { constantWeights } from './constantWeights.ts';
import { convBiasBeforeBatchNorm } from './convBiasBeforeBatchNorm.ts';
import { dataBackend } from './dataBackend.ts';
import { dataTransformIgnored } from './dataTransformIgnored.ts';
import { deprecatedField } from './deprecatedField.ts';
import { deprecatedInput } from './deprecatedInput.ts';
import { deprecatedLayers } from './deprecatedLayers.ts';
import { dilationZero } from './dilationZero.ts';
import { dropoutRatio } from './dropoutRatio.ts';
import { duplicateLayerName } from './duplicateLayerName.ts';
import { eltwiseCoeffIgnored } from './eltwiseCoeffIgnored.ts';
import { emptyTop } from './emptyTop.ts';
import { fillerDefaultRange } from './fillerDefaultRange.ts';
import { fillerFieldIgnored } from './fillerFieldIgnored.ts';
import { fillerWithoutType } from './fillerWithoutType.ts';
import { firstPassFails } from './firstPassFails.ts';
import { gradientToLabel } from './gradientToLabel.ts';
import { hingeLabels } from './hingeLabels.ts';
import { ignoreLabelDiffers } from './ignoreLabelDiffers.ts';
import { inlineNetOldSyntax } from './inlineNetOldSyntax.ts';
import { inPlaceBeforeGradient } from './inPlaceBeforeGradient.ts';
import { inPlaceSharedValues } from './inPlaceSharedValues.ts';
import { inPlaceUnsafe } from './inPlaceUnsafe.ts';
import { inputShapeUnused } from './inputShapeUnused.ts';
import { inputWithoutShape } from './inputWithoutShape.ts';
import { kernelExceedsInput } from './kernelExceedsInput.ts';
import { labelAxesDiffer } from './labelAxesDiffer.ts';
import { lossesWeighZero } from './lossesWeighZero.ts';
import { lossNeedsProbabilities } from './lossNeedsProbabilities.ts';
import { lossWeightSplit } from './lossWeightSplit.ts';
import { lossWeightWithoutGradient } from './lossWeightWithoutGradient.ts';
import { meanBeforeScale } from './meanBeforeScale.ts';
import { mirrorInTest } from './mirrorInTest.ts';
import { netStatePhase } from './netStatePhase.ts';
import { neverIncluded } from './neverIncluded.ts';
import { noGradient } from './noGradient.ts';
import { noWeightFiller } from './noWeightFiller.ts';
import { octalNumber } from './octalNumber.ts';
import { paddingAroundOne } from './paddingAroundOne.ts';
import { paramOfAnotherType } from './paramOfAnotherType.ts';
import { partialKernelIgnored } from './partialKernelIgnored.ts';
import { phaseInLayer } from './phaseInLayer.ts';
import { phasesDiffer } from './phasesDiffer.ts';
import { phasesScaleDiffer } from './phasesScaleDiffer.ts';
import { poolingOutside } from './poolingOutside.ts';
import { poolingRoundsUp } from './poolingRoundsUp.ts';
import { prefetchZero } from './prefetchZero.ts';
import { reluBeforeSoftmax } from './reluBeforeSoftmax.ts';
import { reshapeBatchWritten } from './reshapeBatchWritten.ts';
import type { Rule } from './rule.ts';
import { scaleStartsAtZero } from './scaleStartsAtZero.ts';
import { scaleWithoutBias } from './scaleWithoutBias.ts';
import { sharedParamRate } from './sharedParamRate.ts';
import { shareModeOfOwner } from './shareModeOfOwner.ts';
import { singleClass } from './singleClass.ts';
import { solverClipGradients } from './solverClipGradients.ts';
import { solverFieldIgnored } from './solverFieldIgnored.ts';
import { solverLrPolicy } from './solverLrPolicy.ts';
import { solverLrPolicyField } from './solverLrPolicyField.ts';
import { solverMaxIter } from './solverMaxIter.ts';
import { solverMomentum } from './solverMomentum.ts';
import { solverNeverTests } from './solverNeverTests.ts';
import { solverRegularization } from './solverRegularization.ts';
import { sourceMissing } from './sourceMissing.ts';
import { stochasticPooling } from './stochasticPooling.ts';
import { uncommonSyntax } from './uncommonSyntax.ts';
import { unrequestedStage } from './unrequestedStage.ts';
import { unusedTop } from './unusedTop.ts';
import { v0FieldLost } from './v0FieldLost.ts';

/** All rules: the table of contents. */
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
  solverNeverTests,
  solverRegularization,
  sourceMissing,
  stochasticPooling,
  uncommonSyntax,
  unrequestedStage,
  unusedTop,
  v0FieldLost,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
