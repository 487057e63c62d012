namespace Regio.Procurement.CareOrders.Groups;

/// <summary>A file that was taken in.</summary>
/// <param name="Message">The message.</param>
/// <param name="KnownAlready">Whether it had come in before.</param>
internal sealed record TakenCareFile(CareMessage Message, bool KnownAlready)
{
    /// <summary>Its findings and its provider, where they were read for a group at once; null: to be read.</summary>
    public GroupedMessage? Grouped { get; init; }
}

/// <summary>A message that was taken in with others.</summary>
/// <param name="Kept">The message and its findings.</param>
/// <param name="ProviderName">Name of its provider in the register; empty when it is not registered.</param>
internal sealed record GroupedMessage(KeptMessage Kept, string ProviderName);
