/** Stands for linkify-it in the page: bare addresses are never made links, so the code that finds them is not sent. */

export class LinkifyIt {
  test(): boolean {
    return false;
  }
  pretest(): boolean {
    return false;
  }
  match(): null {
    return null;
  }
}
