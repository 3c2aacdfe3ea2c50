import type { SchemaEngine } from "@prisma/schema-engine-wasm";

export declare function openSchemaEngine(url: string, schemaFiles?: string[]): Promise<SchemaEngine>;
