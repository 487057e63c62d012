namespace Regio.CareMessages.Tests.Support;

/// <summary>Tests that measure memory run when no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
