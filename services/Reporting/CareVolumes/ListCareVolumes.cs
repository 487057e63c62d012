using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.CareVolumes;

/// <summary>
/// Price and quantity of care by municipality, month, product and unit. No sums of them are told, so that what is hidden does not follow from
/// what is shown.
/// </summary>
internal sealed class ListCareVolumes(ReportingDbContext db, PolicyReader policies)
{
    public async Task<ListCareVolumesResponse> RunAsync(ListCareVolumesRequest request, Caller caller, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var municipality = request.MunicipalityId.Length > 0 ? request.MunicipalityId : caller.Municipality;
        if (municipality is not null)
            caller.EnsureMunicipality(municipality);
        DateOnly? since = request.Since?.ToDateOnly();
        DateOnly? until = request.Until?.ToDateOnly();
        var after = PageToken.Read(request, request.PageToken, parts: 5) is { } key ? Last(key) : new VolumeSum("", DateOnly.MinValue, "", "", "", 0, 0, 0);
        // One client may come to several providers: of those the largest number is sure to be different clients.
        var page = await db.Database.SqlQuery<VolumeSum>(
            $"""
             select v.municipality_id as "Municipality", v.month as "Month", v.category as "Category", v.code as "Code", v.unit as "Unit",
                    sum(v.volume)::bigint as "Volume", sum(v.amount_cents)::bigint as "Cents", max(v.clients) as "Clients"
             from care_volume v
             where v.clients > 0
                 and ({municipality}::text is null or v.municipality_id = {municipality}::text)
                 and ({since}::date is null or v.month >= {since}::date) and ({until}::date is null or v.month < {until}::date)
                 and (v.municipality_id, v.month, v.category, v.code, v.unit) > ({after.Municipality}, {after.Month}, {after.Category}, {after.Code}, {after.Unit})
             group by 1, 2, 3, 4, 5
             order by 1, 2, 3, 4, 5
             limit {size + 1}
             """).ToListAsync(ct);
        var viewer = Viewer.Of(caller);
        var threshold = (await policies.ForAsync(viewer.Audience, ct)).Threshold;
        var response = new ListCareVolumesResponse { Items = { page.Take(size).Select(sum => ToProto(sum, sum.Clients < threshold && !viewer.Owns(sum.Municipality))) } };
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.After(request, last.Municipality, $"{last.Month:yyyy-MM-dd}", last.Category, last.Code, last.Unit);
        }

        return response;
    }

    private static VolumeSum Last(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new VolumeSum(key[0], month, key[2], key[3], key[4], 0, 0, 0)
            : throw PageToken.Invalid();

    private static CareVolume ToProto(VolumeSum sum, bool isHidden) => new()
    {
        MunicipalityId = sum.Municipality,
        Month = sum.Month.ToProto(),
        CareCategory = sum.Category,
        CareCode = sum.Code,
        Unit = sum.Unit,
        Volume = isHidden ? 0 : sum.Volume,
        AmountCents = isHidden ? 0 : sum.Cents,
        PriceCents = isHidden || sum.Volume == 0 ? 0 : (long)Math.Round((decimal)sum.Cents / sum.Volume, MidpointRounding.AwayFromZero),
        Hidden = isHidden,
    };

    private sealed record VolumeSum(string Municipality, DateOnly Month, string Category, string Code, string Unit, long Volume, long Cents, int Clients);
}

internal sealed class ListCareVolumesValidator : AbstractValidator<ListCareVolumesRequest>
{
    public ListCareVolumesValidator()
    {
        RuleFor(r => r.MunicipalityId).Must(id => id.Length == 0 || Monitor.MonitorArea.IsWellFormed(id)).WithMessage("Give a municipality id such as GM0106, or leave it empty.");
        RuleFor(r => r.Since).IsDayOrAbsent();
        RuleFor(r => r.Until).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
