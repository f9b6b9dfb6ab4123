/** The key that every scenario starts with. */
export const DEMO_KEY = "cal_live_demo";
