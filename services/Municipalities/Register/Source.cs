namespace Regio.Municipalities.Register;

/// <summary>The document that a fact comes from and the place inside it.</summary>
internal sealed record Source(string Title, string Place);
