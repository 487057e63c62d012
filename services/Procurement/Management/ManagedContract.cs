namespace Regio.Procurement.Management;

/// <summary>A contract that was signed, whatever became of it.</summary>
internal sealed record ManagedContract(Guid Id, Guid ProviderId);
