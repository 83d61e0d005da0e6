/** What a file may be about. */
export const IMPORT_KINDS = ['orders', 'technicians', 'areas'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One field of a kind: whether a file must have it, and the headers it goes by. */
export interface FieldWords {
  readonly required: boolean;
  readonly headers: readonly string[];
}

export type OrderField =
  | 'number'
  | 'type'
  | 'customerName'
  | 'phone'
  | 'address'
  | 'previousAddress'
  | 'estate'
  | 'lng'
  | 'lat'
  | 'area'
  | 'region'
  | 'accessType'
  | 'bandwidth'
  | 'customerClass'
  | 'intakeAt'
  | 'preferredAt'
  | 'note';

export type TechnicianField =
  | 'number'
  | 'name'
  | 'phone'
  | 'area'
  | 'lng'
  | 'lat'
  | 'skills'
  | 'shift'
  | 'breaks'
  | 'overtime'
  | 'vehicle'
  | 'certifiedUntil';

export type AreaField = 'name' | 'id' | 'region' | 'polygon' | 'lead';

const LNG = ['经度', '东经', 'lng', 'lon', 'long', 'longitude', 'x', 'x坐标', '经度坐标', 'gps经度'];
const LAT = ['纬度', '北纬', 'lat', 'latitude', 'y', 'y坐标', '纬度坐标', 'gps纬度'];
const AREA = [
  '片区',
  '责任片区',
  '所属片区',
  '区域',
  '网格',
  '装维网格',
  '区县',
  'area',
  'area name',
  'grid',
  'district',
];

export const ORDER_FIELDS: Readonly<Record<OrderField, FieldWords>> = {
  number: {
    required: true,
    headers: [
      '工单编号',
      '工单号',
      '工单号码',
      '订单编号',
      '订单号',
      '编号',
      '单号',
      'order number',
      'order no',
      'order id',
      'number',
      'ticket',
    ],
  },
  type: {
    required: true,
    headers: [
      '工单类型',
      '业务类型',
      '工单类别',
      '订单类型',
      '施工类型',
      '类型',
      'order type',
      'type',
      'job type',
    ],
  },
  customerName: {
    required: true,
    headers: [
      '客户姓名',
      '客户名称',
      '用户姓名',
      '用户名称',
      '联系人',
      '姓名',
      'customer name',
      'customer',
      'name',
      'contact',
    ],
  },
  phone: {
    required: true,
    headers: [
      '联系电话',
      '联系方式',
      '客户电话',
      '用户电话',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      'phone',
      'phone number',
      'mobile',
      'tel',
      'telephone',
      'contact phone',
    ],
  },
  address: {
    required: true,
    headers: [
      '装机地址',
      '安装地址',
      '用户地址',
      '客户地址',
      '标准地址',
      '详细地址',
      '地址',
      'address',
      'install address',
      'full address',
    ],
  },
  previousAddress: {
    required: false,
    headers: [
      '原地址',
      '旧地址',
      '原装机地址',
      '原安装地址',
      '移出地址',
      '迁出地址',
      '移机前地址',
      '拆机地址',
      'previous address',
      'old address',
      'from address',
      'moving from',
    ],
  },
  estate: {
    required: false,
    headers: ['小区', '小区名称', '楼盘', '所属小区', 'estate', 'community', 'compound'],
  },
  lng: { required: false, headers: LNG },
  lat: { required: false, headers: LAT },
  area: { required: false, headers: AREA },
  region: {
    required: false,
    headers: ['区域类型', '城乡', '城乡类型', '城乡属性', 'region', 'region class'],
  },
  accessType: {
    required: false,
    headers: ['接入方式', '接入类型', '宽带接入方式', 'access type', 'access', 'technology'],
  },
  bandwidth: {
    required: false,
    headers: [
      '带宽',
      '速率',
      '签约带宽',
      '签约速率',
      '宽带速率',
      'bandwidth',
      'mbps',
      'subscribed mbps',
      'speed',
    ],
  },
  customerClass: {
    required: false,
    headers: [
      '客户等级',
      '客户级别',
      '客户类型',
      '客户性质',
      '用户等级',
      '用户类型',
      'customer class',
      'customer type',
      'class',
      'tier',
    ],
  },
  intakeAt: {
    required: false,
    headers: [
      '受理时间',
      '受理日期',
      '派单时间',
      '创建时间',
      '申告时间',
      '建单时间',
      'intake at',
      'received at',
      'created at',
      'received',
      'created',
      'intake time',
    ],
  },
  preferredAt: {
    required: false,
    headers: [
      '期望上门时间',
      '期望时间',
      '预约时间',
      '预约上门时间',
      '希望上门时间',
      'preferred at',
      'preferred time',
      'preferred start',
      'wish',
      'requested time',
    ],
  },
  note: {
    required: false,
    headers: [
      '备注',
      '说明',
      '客户备注',
      '故障描述',
      '故障现象',
      '描述',
      'note',
      'notes',
      'remark',
      'remarks',
      'comment',
    ],
  },
};

export const TECHNICIAN_FIELDS: Readonly<Record<TechnicianField, FieldWords>> = {
  number: {
    required: true,
    headers: [
      '工号',
      '员工编号',
      '员工号',
      '人员编号',
      '编号',
      'technician number',
      'staff number',
      'badge',
      'number',
      'id',
    ],
  },
  name: {
    required: true,
    headers: ['姓名', '名字', '装维人员', '人员姓名', 'name', 'technician', 'technician name'],
  },
  phone: {
    required: false,
    headers: [
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '联系方式',
      'phone',
      'mobile',
      'tel',
      'telephone',
    ],
  },
  area: { required: true, headers: AREA },
  lng: { required: false, headers: ['出发地经度', '住址经度', '驻点经度', ...LNG] },
  lat: { required: false, headers: ['出发地纬度', '住址纬度', '驻点纬度', ...LAT] },
  skills: { required: true, headers: ['技能', '技能类型', '专业', '接入方式', 'skills', 'skill'] },
  shift: {
    required: true,
    headers: ['班次', '班次时间', '上班时间', '工作时间', 'shift', 'working hours', 'hours'],
  },
  breaks: {
    required: false,
    headers: ['休息', '休息时间', '午休', '午休时间', 'break', 'breaks', 'lunch', 'lunch break'],
  },
  overtime: {
    required: false,
    headers: ['加班上限', '可加班分钟', '加班分钟', 'overtime', 'overtime minutes', 'overtime limit'],
  },
  vehicle: {
    required: false,
    headers: ['交通工具', '出行方式', '车辆', '交通方式', 'vehicle', 'vehicle mode', 'transport', 'mode'],
  },
  certifiedUntil: {
    required: false,
    headers: [
      '上岗证有效期',
      '上岗证到期',
      '证书有效期',
      '有效期',
      '持证有效期',
      'certified until',
      'certificate expiry',
      'certificate valid until',
    ],
  },
};

export const AREA_FIELDS: Readonly<Record<AreaField, FieldWords>> = {
  name: { required: true, headers: ['片区名称', '网格名称', '区域名称', '名称', ...AREA, 'name'] },
  id: { required: false, headers: ['片区编码', '片区编号', '网格编码', '编码', 'area id', 'id', 'code'] },
  region: {
    required: false,
    headers: ['区域类型', '城乡', '城乡类型', '城乡属性', 'region', 'region class'],
  },
  polygon: {
    required: false,
    headers: ['边界', '范围', '边界坐标', '多边形', 'polygon', 'boundary', 'wkt', 'geometry', 'geojson'],
  },
  lead: {
    required: false,
    headers: ['第一责任人', '负责人', '责任人', '负责人工号', 'lead', 'lead technician', 'responsible'],
  },
};
