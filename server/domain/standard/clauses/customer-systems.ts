import type { SourceDocument } from './source-document.ts';

export const SYSTEMS_CLAUSES: SourceDocument = {
  title: '客户服务系统技术规范书',
  clauses: {
    'INTK-10': '注册流程应简化,不过多收集用户信息,并提供验证码等安全验证机制',
    'PRIV-04': '登录过程应安全可靠,保护客户账号信息的安全性',
    'NFR-01': '需考虑不同平台的适配和响应速度,确保客户可以快速且稳定地访问系统',
    'NFR-02': '建立持续改进机制,定期进行服务评估和改进',
  },
};
