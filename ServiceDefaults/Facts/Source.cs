namespace Regio.ServiceDefaults.Facts;

/// <summary>The document that a fact comes from and the place inside it.</summary>
/// <param name="Title">The document, as people cite it.</param>
/// <param name="Place">The page, table or line; empty when the whole document is meant.</param>
public sealed record Source(string Title, string Place);
