import { Icon, type IconName } from "../../common/Icon.tsx";

interface Props {
  icon: IconName;
  title: string;
}

/** The one line of what is folded. */
export function FoldHead({ icon, title }: Props) {
  return (
    <summary>
      <Icon name={icon} />
      <span>{title}</span>
      <Icon name="chevron" />
    </summary>
  );
}
