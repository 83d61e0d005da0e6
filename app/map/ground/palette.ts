/** Colours of the schematic ground: quiet, so that orders and technicians are what one sees. */
export interface Palette {
  land: string;
  quarter: string;
  estate: string;
  building: string;
  hills: string;
  mountain: string;
  ridge: string;
  park: string;
  water: string;
  shore: string;
  rail: string;
  road: Record<'motorway' | 'trunk' | 'primary' | 'secondary' | 'street' | 'lane', string>;
  casing: Record<'motorway' | 'trunk' | 'primary' | 'secondary' | 'street' | 'lane', string>;
  /** What a road too thin for an edge is drawn in. */
  thin: 'road' | 'casing';
  text: {
    city: string;
    district: string;
    town: string;
    quarter: string;
    road: string;
    green: string;
    water: string;
    estate: string;
  };
  halo: string;
}

export type Scheme = 'light' | 'dark';

export const PALETTES: Record<Scheme, Palette> = {
  light: {
    land: '#f3f2ed',
    quarter: '#ebe9e2',
    estate: '#e5e2d8',
    building: '#d9d5c9',
    hills: '#e6ebdf',
    mountain: '#dde7d5',
    ridge: '#d5e1cc',
    park: '#d3e3c9',
    water: '#bfd9e7',
    shore: '#aecddd',
    rail: '#b5b1a8',
    road: {
      motorway: '#f8e3b6',
      trunk: '#fdf3d8',
      primary: '#ffffff',
      secondary: '#ffffff',
      street: '#ffffff',
      lane: '#fbfaf7',
    },
    casing: {
      motorway: '#e2c68b',
      trunk: '#e4d6b0',
      primary: '#d8d4ca',
      secondary: '#dbd8cf',
      street: '#dedbd2',
      lane: '#e2dfd7',
    },
    thin: 'casing',
    text: {
      city: '#3b3f45',
      district: '#5b6068',
      town: '#565b62',
      quarter: '#7a7d80',
      road: '#77746b',
      green: '#5f7f57',
      water: '#5b88a3',
      estate: '#7b776c',
    },
    halo: 'rgba(250, 249, 246, 0.92)',
  },
  dark: {
    land: '#191d21',
    quarter: '#1f2429',
    estate: '#252b31',
    building: '#2f363d',
    hills: '#182220',
    mountain: '#1b2824',
    ridge: '#1e2e28',
    park: '#1f3029',
    water: '#142b3b',
    shore: '#1c384b',
    rail: '#4a5158',
    road: {
      motorway: '#5a4f33',
      trunk: '#474436',
      primary: '#3b434b',
      secondary: '#363d45',
      street: '#30373e',
      lane: '#2b3138',
    },
    casing: {
      motorway: '#14171a',
      trunk: '#14171a',
      primary: '#15181c',
      secondary: '#171a1e',
      street: '#191d21',
      lane: '#1b1f23',
    },
    thin: 'road',
    text: {
      city: '#d5dae0',
      district: '#a4adb7',
      town: '#a4adb7',
      quarter: '#808993',
      road: '#8b929a',
      green: '#7a9c80',
      water: '#6696b4',
      estate: '#878d94',
    },
    halo: 'rgba(22, 26, 30, 0.9)',
  },
};
