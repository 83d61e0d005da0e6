/** 小区 of the demo, invented; the point is the middle of its buildings, WGS-84. */
export interface DemoEstate {
  readonly area: string;
  readonly name: string;
  readonly nameEn: string;
  /** The road its gate is on and the number there, as addresses write them. */
  readonly street: string;
  readonly streetNumber: number;
  readonly lng: number;
  readonly lat: number;
}

const estate = (
  area: string,
  name: string,
  nameEn: string,
  street: string,
  streetNumber: number,
  lng: number,
  lat: number,
): DemoEstate => ({ area, name, nameEn, street, streetNumber, lng, lat });

export const DEMO_ESTATES: readonly DemoEstate[] = [
  estate('鼓楼区', '榕荫里', 'Rongyinli', '湖东路', 86, 119.3018, 26.0878),
  estate('鼓楼区', '茉莉苑', 'Moli Court', '华林路', 132, 119.3025, 26.0922),
  estate('鼓楼区', '翠屏雅筑', 'Cuiping Yazhu', '福飞路', 57, 119.2935, 26.1035),
  estate('鼓楼区', '凤栖花园', 'Fengqi Garden', '二环路', 210, 119.2785, 26.0895),
  estate('鼓楼区', '柳河新苑', 'Liuhe Xinyuan', '白马路', 98, 119.2868, 26.0822),
  estate('鼓楼区', '安泰里', 'Antai Lane', '八一七路', 23, 119.2965, 26.0738),
  estate('鼓楼区', '澳门坊', 'Aomen Fang', '白马路', 141, 119.2878, 26.0735),
  estate('鼓楼区', '西洪佳苑', 'Xihong Jiayuan', '工业路', 312, 119.2778, 26.0808),
  estate('鼓楼区', '洪山桥头', 'Hongshan Bridgehead', '江滨大道', 18, 119.2655, 26.0768),
  estate('鼓楼区', '五凤华庭', 'Wufeng Huating', '五四路', 301, 119.3022, 26.1092),
  estate('鼓楼区', '温泉坊', 'Wenquan Fang', '湖东路', 219, 119.3108, 26.0875),
  estate('鼓楼区', '庆城里', 'Qingcheng Lane', '东街', 66, 119.3022, 26.0822),
  estate('台江区', '茶亭新苑', 'Chating Xinyuan', '八一七路', 311, 119.3062, 26.0632),
  estate('台江区', '排尾江景', 'Paiwei Riverview', '江滨大道', 166, 119.3265, 26.0472),
  estate('台江区', '洋中城', 'Yangzhong Town', '工业路', 512, 119.3008, 26.0552),
  estate('台江区', '龙庭水岸', 'Longting Waterfront', '六一路', 188, 119.3155, 26.0512),
  estate('台江区', '状元里', 'Zhuangyuan Lane', '国货路', 77, 119.3135, 26.0618),
  estate('台江区', '义洲花园', 'Yizhou Garden', '白马路', 301, 119.2965, 26.0542),
  estate('台江区', '亚峰新区', 'Yafeng New Quarter', '国货路', 205, 119.3305, 26.0622),
  estate('台江区', '光明港湾', 'Guangming Bay', '连江路', 22, 119.3285, 26.0525),
  estate('台江区', '帮洲里', 'Bangzhou Lane', '江滨大道', 92, 119.3052, 26.0468),
  estate('仓山区', '橘园春晓', 'Juyuan Chunxiao', '金山大道', 622, 119.2482, 26.0512),
  estate('仓山区', '金榕佳园', 'Jinrong Jiayuan', '金榕路', 118, 119.2735, 26.0482),
  estate('仓山区', '凤湖新城', 'Fenghu New Town', '浦上大道', 230, 119.2625, 26.0285),
  estate('仓山区', '洪湾花苑', 'Hongwan Garden', '洪湾路', 76, 119.2595, 26.0512),
  estate('仓山区', '上渡里', 'Shangdu Lane', '闽江大道', 288, 119.2985, 26.0355),
  estate('仓山区', '藤山学府', 'Tengshan Xuefu', '上三路', 15, 119.3062, 26.0288),
  estate('仓山区', '首山小筑', 'Shoushan Cottage', '则徐大道', 87, 119.3205, 26.0142),
  estate('仓山区', '盖山福地', 'Gaishan Fudi', '则徐大道', 266, 119.3145, 25.9975),
  estate('仓山区', '义序机关苑', 'Yixu Court', '福峡路', 198, 119.3312, 25.9858),
  estate('仓山区', '螺江古里', 'Luojiang Old Lane', '福峡路', 412, 119.3358, 25.9725),
  estate('仓山区', '林浦佳苑', 'Linpu Jiayuan', '林浦路', 58, 119.3472, 26.0085),
  estate('仓山区', '会展江湾', 'Expo River Bay', '闽江大道', 866, 119.3655, 26.0142),
  estate('仓山区', '城门新苑', 'Chengmen Xinyuan', '林浦路', 306, 119.3655, 25.9832),
  estate('仓山区', '阳岐水乡', 'Yangqi Waterside', '南台大道', 36, 119.2765, 26.0112),
  estate('晋安区', '塔头新村', 'Tatou New Village', '东大路', 277, 119.3292, 26.0862),
  estate('晋安区', '岳峰雅苑', 'Yuefeng Yayuan', '岳峰路', 90, 119.3392, 26.1125),
  estate('晋安区', '连潘新苑', 'Lianpan Xinyuan', '连江路', 322, 119.3222, 26.0935),
  estate('晋安区', '后屿花园', 'Houyu Garden', '福马路', 266, 119.3412, 26.0682),
  estate('晋安区', '鼓山苑', 'Gushan Court', '福马路', 518, 119.3558, 26.0712),
  estate('晋安区', '化工佳园', 'Huagong Jiayuan', '化工路', 188, 119.3492, 26.0942),
  estate('晋安区', '琯尾里', 'Guanwei Lane', '福马路', 402, 119.3525, 26.0602),
  estate('晋安区', '琴亭湖畔', 'Qinting Lakeside', '二环路', 49, 119.3182, 26.1105),
  estate('晋安区', '秀山花苑', 'Xiushan Garden', '秀峰路', 73, 119.3132, 26.1242),
  estate('晋安区', '远东丽景', 'Yuandong Lijing', '前横路', 129, 119.3422, 26.0782),
  estate('晋安区', '浦下新苑', 'Puxia Xinyuan', '前横路', 98, 119.3482, 26.0535),
  estate('马尾区', '罗星里', 'Luoxing Lane', '罗星路', 31, 119.4432, 25.9952),
  estate('马尾区', '君竹新苑', 'Junzhu Xinyuan', '君竹路', 66, 119.4602, 26.0042),
  estate('马尾区', '青洲港湾', 'Qingzhou Bay', '青洲路', 28, 119.4728, 25.9882),
  estate('马尾区', '儒江花苑', 'Rujiang Garden', '儒江路', 105, 119.4302, 25.9912),
  estate('马尾区', '快安新城', "Kuai'an New Town", '快安路', 60, 119.4032, 26.0082),
  estate('马尾区', '沿山别院', 'Yanshan Court', '沿山路', 18, 119.4492, 26.0052),
  estate('马尾区', '亭江渔里', 'Tingjiang Fisher Lane', '福马路', 1288, 119.5112, 26.0412),
  estate('晋安区宦溪镇', '板桥里', 'Banqiao Lane', '宦溪街', 26, 119.3962, 26.1892),
  estate('晋安区宦溪镇', '降虎新村', 'Xianghu New Village', '宦溪街', 88, 119.4192, 26.1895),
  estate('晋安区宦溪镇', '黄土岗苑', 'Huangtugang Court', '宦溪公路', 301, 119.4052, 26.1602),
  estate('晋安区宦溪镇', '垅头山居', 'Longtou Hill Homes', '宦溪公路', 177, 119.4072, 26.1845),
  estate('闽侯县上街镇', '侯官里', 'Houguan Lane', '乌龙江大道', 120, 119.2132, 26.0852),
  estate('闽侯县上街镇', '学府佳苑', 'Xuefu Jiayuan', '学府路', 33, 119.1912, 26.0712),
  estate('闽侯县上街镇', '高岐新村', 'Gaoqi New Village', '科技路', 52, 119.2052, 26.0612),
  estate('闽侯县上街镇', '建平苑', 'Jianping Court', '国宾大道', 72, 119.1852, 26.0552),
  estate('闽侯县上街镇', '榕桥花园', 'Rongqiao Garden', '科技路', 208, 119.2102, 26.0342),
];

/** A full address in an estate, as an order carries it: 福州市鼓楼区湖东路86号榕荫里3号楼2单元501室. */
export function estateAddress(at: DemoEstate, building: number, unit: number, room: number): string {
  return `福州市${at.area}${at.street}${at.streetNumber}号${at.name}${building}号楼${unit}单元${room}室`;
}
