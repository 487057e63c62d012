namespace Regio.Documents.Pdf;

/// <summary>A page cannot hold what must stand on it, however small the letters.</summary>
public sealed class PageTooFullException : Exception
{
    /// <summary>Without a reason.</summary>
    public PageTooFullException()
    {
    }

    /// <summary>With the reason.</summary>
    public PageTooFullException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and what caused it.</summary>
    public PageTooFullException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
