namespace Regio.Procurement.Tariffs;

/// <summary>
/// The elements of a cost price that a fair tariff is based on (Besluit reële prijzen Jeugdwet, Stb. 2024, 69), in
/// eurocents per unit.
/// </summary>
/// <param name="ClientHoursCents">Client-bound hours of professionals.</param>
/// <param name="OtherHoursCents">Other hours of professionals.</param>
/// <param name="OtherClientCents">Other client-bound cost.</param>
/// <param name="OverheadCents">Overhead.</param>
/// <param name="IndexationCents">Indexation.</param>
internal sealed record CostElements(long ClientHoursCents, long OtherHoursCents, long OtherClientCents, long OverheadCents, long IndexationCents)
{
    /// <summary>Of a tariff that has not been substantiated.</summary>
    public static readonly CostElements None = new(0, 0, 0, 0, 0);

    public long TotalCents => ClientHoursCents + OtherHoursCents + OtherClientCents + OverheadCents + IndexationCents;
}
