using System.Globalization;
using Regio.Municipalities.V1;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Scale = Regio.Procurement.Catalogue.Scale;

namespace Regio.Procurement.Contracts;

/// <summary>A buyer on a day, and the field of the request that names it.</summary>
internal sealed record BuyerOnDay(string BuyerId, DateOnly Day, string Field);

/// <summary>A buyer whose lines are for the children of a municipality on a day.</summary>
internal sealed record BuyerReach(DateOnly Day, string MunicipalityId, string BuyerId);

/// <summary>Asks Municipalities who a buyer is on a day: as few calls as it takes, and each question once in a while.</summary>
internal sealed class Buyers(MunicipalityService.MunicipalityServiceClient municipalities, MembershipMemory memory)
{
    private const string YouthCareRegion = "JHRD";

    // What Municipalities answers at once.
    private const int MostKeysAtOnce = 500;

    /// <summary>The scale that each buyer stands for, in the order asked. One that does not exist that day breaks a rule.</summary>
    public async Task<IReadOnlyList<Scale>> ScalesAsync(IReadOnlyList<BuyerOnDay> asked, CancellationToken ct)
    {
        var keys = asked.Select(buyer => (buyer.BuyerId, buyer.Day))
            .Concat(asked.Select(buyer => (BuyerId: YouthCareRegion, buyer.Day)))
            .Distinct().ToList();
        var answer = await municipalities.BatchGetMembershipsAsync(
            new BatchGetMembershipsRequest { Keys = { keys.Select(key => Key(key.BuyerId, key.Day)) } }, cancellationToken: ct);
        var members = keys.Zip(answer.Results, (key, result) => (key, result.Memberships)).ToDictionary(pair => pair.key, pair => pair.Memberships);
        return
        [
            .. asked.Select(buyer =>
                ScaleOf(buyer.BuyerId, members[(buyer.BuyerId, buyer.Day)], members[(YouthCareRegion, buyer.Day)]) ?? throw Unknown(buyer)),
        ];
    }

    /// <summary>The regions that each municipality belonged to on its day, in the order asked.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> RegionsAsync(
        IReadOnlyList<(string MunicipalityId, DateOnly Day)> asked, CancellationToken ct)
    {
        var known = new Dictionary<(string, DateOnly), IReadOnlyList<string>>();
        var unknown = new List<(string MunicipalityId, DateOnly Day)>();
        foreach (var key in asked.Distinct())
        {
            if (memory.Find(key) is { } regions)
                known[key] = regions;
            else
                unknown.Add(key);
        }

        foreach (var part in await Task.WhenAll(unknown.Chunk(MostKeysAtOnce).Select(part => AskAsync(part, ct))))
        {
            foreach (var (key, regions) in part)
                known[key] = regions;
        }

        return [.. asked.Select(key => known[key])];
    }

    /// <summary>The municipalities of each region on its day, in the order asked; none where it did not exist.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> MembersAsync(IReadOnlyList<(string RegionId, DateOnly Day)> asked, CancellationToken ct)
    {
        var answer = await municipalities.BatchGetMembershipsAsync(
            new BatchGetMembershipsRequest { Keys = { asked.Select(key => Key(key.RegionId, key.Day)) } }, cancellationToken: ct);
        return [.. answer.Results.Select(result => result.Memberships.Select(membership => membership.MunicipalityId).Distinct().ToList())];
    }

    /// <summary>
    /// Who buys for the municipalities of a region on each day: themselves, and every region that they are in. None where
    /// the region did not exist.
    /// </summary>
    public async Task<IReadOnlyList<BuyerReach>> ReachAsync(string regionId, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var members = await MembersAsync([.. days.Select(day => (regionId, day))], ct);
        var asked = days.Zip(members, (day, of) => of.Select(municipality => (MunicipalityId: municipality, Day: day))).SelectMany(of => of).ToList();
        var regions = await RegionsAsync(asked, ct);
        return [.. asked.Zip(regions, (of, its) => its.Append(of.MunicipalityId).Select(buyer => new BuyerReach(of.Day, of.MunicipalityId, buyer))).SelectMany(of => of)];
    }

    /// <summary>The scale that a buyer stands for on a day; null when it does not exist then.</summary>
    public async Task<Scale?> ScaleOrNullAsync(string buyerId, DateOnly day, CancellationToken ct)
    {
        var answer = await municipalities.BatchGetMembershipsAsync(
            new BatchGetMembershipsRequest { Keys = { Key(buyerId, day), Key(YouthCareRegion, day) } }, cancellationToken: ct);
        return ScaleOf(buyerId, answer.Results[0].Memberships, answer.Results[1].Memberships);
    }

    /// <summary>
    /// A municipality buys for itself. A procurement region stands for its own scale, unless all municipalities of the
    /// youth-care region are in it, as in 2015 and 2016: then it buys for all of Drenthe.
    /// </summary>
    /// <returns>Null for a buyer without members or memberships, which does not exist that day.</returns>
    internal static Scale? ScaleOf(string buyerId, IReadOnlyCollection<Membership> own, IReadOnlyCollection<Membership> youthCareRegion)
    {
        if (own.Count == 0)
            return null;
        if (MunicipalityId.IsWellFormed(buyerId))
            return Scale.Local;
        var members = own.Select(membership => membership.MunicipalityId).ToHashSet();
        return own.All(membership => membership.RegionKind == RegionKind.Procurement)
            && !youthCareRegion.All(membership => members.Contains(membership.MunicipalityId))
                ? Scale.ProcurementRegion
                : Scale.Drenthe;
    }

    private async Task<IReadOnlyList<((string, DateOnly) Key, IReadOnlyList<string> Regions)>> AskAsync(
        IReadOnlyList<(string MunicipalityId, DateOnly Day)> keys, CancellationToken ct)
    {
        var answer = await municipalities.BatchGetMembershipsAsync(
            new BatchGetMembershipsRequest { Keys = { keys.Select(key => Key(key.MunicipalityId, key.Day)) } }, cancellationToken: ct);
        return
        [
            .. keys.Zip(answer.Results, (key, result) => (key, memory.Keep(key, [.. result.Memberships.Select(membership => membership.RegionId)]))),
        ];
    }

    private static MembershipKey Key(string id, DateOnly day) => MunicipalityId.IsWellFormed(id)
        ? new MembershipKey { MunicipalityId = id, AsOf = day.ToProto() }
        : new MembershipKey { RegionId = id, AsOf = day.ToProto() };

    private static DomainException Unknown(BuyerOnDay buyer) => new(
        MunicipalityId.IsWellFormed(buyer.BuyerId) ? ContractRules.MunicipalityUnknown : ContractRules.RegionUnknown,
        buyer.Field,
        new Dictionary<string, string>
        {
            ["buyer_id"] = buyer.BuyerId,
            ["as_of"] = buyer.Day.ToString("O", CultureInfo.InvariantCulture),
        });
}
