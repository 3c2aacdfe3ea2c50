import type { Inline } from "@fewshot/content";
import { Link } from "#i18n/navigation";

/** Text inside a paragraph. Formulas are HTML that the compiler made with KaTeX from checked-in sources. */
export function InlineText({ nodes }: { nodes: readonly Inline[] }) {
  return nodes.map((node, index) => <InlineNode key={index} node={node} />);
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.type) {
    case "text":
      return node.text;
    case "strong":
      return (
        <strong>
          <InlineText nodes={node.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <InlineText nodes={node.children} />
        </em>
      );
    case "code":
      return <code>{node.text}</code>;
    case "math":
      return <span className="math" dangerouslySetInnerHTML={{ __html: node.html }} />;
    case "term":
      return <Term {...node} />;
    case "link":
      return <InlineLink href={node.href} nodes={node.children} />;
  }
}

/** A glossary term with its card, which shows on hover and on focus; the link leads to the whole glossary. */
function Term({ id, text, means, other }: Extract<Inline, { type: "term" }>) {
  const cardId = `term-${id}`;
  return (
    <span className="term">
      <Link href={`/glossary#${id}`} aria-describedby={cardId}>
        {text}
      </Link>
      <span className="term-card" role="tooltip" id={cardId}>
        <span className="dim">{other}</span> {means}
      </span>
    </span>
  );
}

function InlineLink({ href, nodes }: { href: string; nodes: readonly Inline[] }) {
  const content = <InlineText nodes={nodes} />;
  if (href.startsWith("/")) return <Link href={href}>{content}</Link>;
  return (
    <a href={href} rel="noreferrer">
      {content}
    </a>
  );
}
