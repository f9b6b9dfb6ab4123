import { render } from "preact";
render(<p>Calendar Status</p>, document.body);
