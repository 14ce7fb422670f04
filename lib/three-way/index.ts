export { type Clash, mergeThreeWay, type ThreeWayMerge } from './merge';
