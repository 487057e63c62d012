using System.Text.Json.Serialization;

namespace Regio.Documents;

/// <summary>A part of a section.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(SubHeading), "heading")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Table), "table")]
public abstract record Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
public sealed record Paragraph(string Text) : Block;

/// <summary>A heading inside a section.</summary>
/// <param name="Text">What it says.</param>
public sealed record SubHeading(string Text) : Block;

/// <summary>A list.</summary>
/// <param name="Items">A text for each item.</param>
/// <param name="Numbered">Whether the items are numbered from 1.</param>
public sealed record ItemList(IReadOnlyList<string> Items, bool Numbered = false) : Block;

/// <summary>Names with what they are: a reference with its number, a subject, a date.</summary>
/// <param name="Items">The facts, in order.</param>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

/// <summary>A name with what it is.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">What it is.</param>
public sealed record Fact(string Name, string Text);

/// <summary>A remark or a source, in smaller letters.</summary>
/// <param name="Text">What it says.</param>
public sealed record Note(string Text) : Block;

/// <summary>A table. The first cell of a row says what the row is about.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A text for each column, as it is read.</param>
/// <param name="HasTotal">Whether the last row is the total of those above.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasTotal = false) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right and are never broken.</param>
/// <param name="Share">How much of the space that is left it takes beside the others.</param>
public sealed record Column(string Name, bool IsNumber = false, int Share = 1);
