import '../define.js';
import './upgrade.js';
