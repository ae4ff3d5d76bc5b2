/** OpenStack's line limit (pycodestyle E501). */
export const WIDTH = 79;
