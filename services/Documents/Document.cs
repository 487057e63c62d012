namespace Regio.Documents;

/// <summary>
/// A text as people read it, in Dutch: one model behind page, PDF and DOCX. It knows nothing of the moment or the machine,
/// and neither do the writers: the same document gives the same bytes.
/// </summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What a reader must know first; empty for nothing.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="Foot">What stands below it: how it was made; empty for nothing.</param>
/// <param name="Sender">Whose document it is, at the head of the paper and in the properties of the file; empty for nobody.</param>
public sealed record Document(string Title, string Lead, IReadOnlyList<Section> Sections, string Foot, string Sender = "");

/// <summary>A section of a document.</summary>
/// <param name="Id">Its name in the address of a page: letters, digits and hyphens.</param>
/// <param name="Heading">Its heading; empty for text without one.</param>
/// <param name="Blocks">What it says, in order.</param>
/// <param name="Page">
/// The page of the paper that it must stand on, from 1. Then the document has exactly as many pages as it says, and the
/// letters give way. 0, for all sections alike: it stands where the one before it ends.
/// </param>
public sealed record Section(string Id, string Heading, IReadOnlyList<Block> Blocks, int Page = 0)
{
    /// <summary>A section of paragraphs, and tables below them.</summary>
    public static Section Of(string id, string heading, IEnumerable<string> paragraphs, IEnumerable<Table> tables, int page = 0) =>
        new(id, heading, [.. paragraphs.Select(text => new Paragraph(text)), .. tables], page);
}
