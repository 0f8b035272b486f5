export function buildAssets(outDir: string): Promise<Record<string, string>>;
export function colours(css: string): string;
