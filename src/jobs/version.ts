/** Version of the product, as package.json has it; stands on CVM Notes. */
export const PRODUCT_VERSION = "0.1.0";
