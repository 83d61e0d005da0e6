/**
 * Words on the map. Rank 1 city, 2 district, 3 town, 4 quarter, 5 landmark: lower ranks come first
 * when two labels want the same room.
 */
export interface NamedPlace {
  readonly name: string;
  readonly nameEn: string;
  readonly rank: 1 | 2 | 3 | 4 | 5;
  readonly at: readonly [lng: number, lat: number];
}

const place = (
  rank: NamedPlace['rank'],
  name: string,
  nameEn: string,
  lng: number,
  lat: number,
): NamedPlace => ({ name, nameEn, rank, at: [lng, lat] });

export const PLACES: readonly NamedPlace[] = [
  place(1, '福州', 'Fuzhou', 119.3005, 26.0755),
  place(2, '鼓楼区', 'Gulou', 119.2925, 26.087),
  place(2, '台江区', 'Taijiang', 119.3135, 26.0545),
  place(2, '仓山区', 'Cangshan', 119.3125, 26.0185),
  place(2, '晋安区', "Jin'an", 119.344, 26.087),
  place(2, '马尾区', 'Mawei', 119.453, 26.0),
  place(3, '宦溪镇', 'Huanxi', 119.409, 26.1865),
  place(3, '上街镇', 'Shangjie', 119.203, 26.05),
  place(3, '甘蔗', 'Ganzhe', 119.134, 26.151),
  place(3, '南屿', 'Nanyu', 119.215, 25.988),
  place(3, '南通', 'Nantong', 119.262, 25.9405),
  place(3, '祥谦', 'Xiangqian', 119.322, 25.942),
  place(3, '尚干', 'Shanggan', 119.348, 25.9365),
  place(3, '亭江', 'Tingjiang', 119.504, 26.052),
  place(3, '营前', 'Yingqian', 119.43, 25.9625),
  place(4, '金山', 'Jinshan', 119.2665, 26.0395),
  place(4, '建新', 'Jianxin', 119.2825, 26.0455),
  place(4, '盖山', 'Gaishan', 119.3175, 26.0015),
  place(4, '城门', 'Chengmen', 119.36, 25.9985),
  place(4, '螺洲', 'Luozhou', 119.327, 25.976),
  place(4, '新店', 'Xindian', 119.318, 26.124),
  place(4, '洪山', 'Hongshan', 119.277, 26.0835),
  place(4, '五四北', 'Wusi North', 119.307, 26.119),
  place(4, '鳌峰洲', 'Aofengzhou', 119.334, 26.0475),
  place(4, '鼓山镇', 'Gushan Town', 119.361, 26.067),
  place(4, '快安', "Kuai'an", 119.408, 26.0065),
  place(4, '东街口', 'Dongjiekou', 119.2985, 26.085),
  place(4, '王庄', 'Wangzhuang', 119.3285, 26.0765),
  place(4, '岳峰', 'Yuefeng', 119.3385, 26.1065),
  place(4, '象园', 'Xiangyuan', 119.3265, 26.0705),
  place(4, '义序', 'Yixu', 119.325, 25.9885),
  place(5, '三坊七巷', 'Three Lanes Seven Alleys', 119.2945, 26.0822),
  place(5, '五一广场', 'Wuyi Square', 119.3042, 26.0768),
  place(5, '福州站', 'Fuzhou Railway Station', 119.3145, 26.107),
  place(5, '福州南站', 'Fuzhou South Railway Station', 119.3795, 25.9868),
  place(5, '大学城', 'University Town', 119.1935, 26.062),
  place(5, '马尾港', 'Mawei Port', 119.4665, 25.9815),
  place(5, '涌泉寺', 'Yongquan Temple', 119.3872, 26.0585),
  place(5, '海峡会展中心', 'Strait Convention Centre', 119.3588, 26.0205),
  place(5, '奥体中心', 'Olympic Sports Centre', 119.2735, 26.0198),
];
