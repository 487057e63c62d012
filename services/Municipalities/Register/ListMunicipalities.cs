using System.Globalization;
using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>The members of a region on a date, in the stored order.</summary>
internal sealed class ListMunicipalities(RegisterCache register, TimeProvider time)
{
    public async ValueTask<ListMunicipalitiesResponse> RunAsync(ListMunicipalitiesRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var after = PageToken.Read(request, request.PageToken, parts: 1) is { } key ? Rank(key[0]) : 0;
        var size = PageSize.From(request.PageSize);

        var page = Members(snapshot, request.RegionId, day).Where(m => m.Rank > after).Take(size + 1).ToList();
        var response = new ListMunicipalitiesResponse { Municipalities = { page.Take(size).Select(m => snapshot.ToProto(m, day)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Rank.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static int Rank(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : throw PageToken.Invalid();

    private static IEnumerable<Municipality> Members(RegisterSnapshot snapshot, string regionId, DateOnly day)
    {
        if (regionId.Length == 0)
            return snapshot.InStoredOrder;
        snapshot.RequireRegion(regionId, "region_id");
        return snapshot.MembershipsOn(day).Where(m => m.Membership.RegionId == regionId).Select(m => m.Municipality);
    }
}

internal sealed class ListMunicipalitiesValidator : AbstractValidator<ListMunicipalitiesRequest>
{
    public ListMunicipalitiesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
