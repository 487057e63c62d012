using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Agreements;

/// <summary>The agreements, newest first. Their ids are in the order of drafting (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListAgreements(KnownThen known, TimeProvider time)
{
    public async Task<ListAgreementsResponse> RunAsync(ListAgreementsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = known.Agreements(request.KnownAt);
        if (request.RegionId.Length > 0)
            query = query.Where(a => a.RegionId == request.RegionId);
        if (request.Kind != V1.AgreementKind.Unspecified)
        {
            var kind = (AgreementKind)request.Kind;
            query = query.Where(a => a.Kind == kind);
        }

        if (request.MunicipalityId.Length > 0)
            query = query.Where(a => a.MunicipalityIds.Contains(request.MunicipalityId));
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(a => a.Id < last);

        var page = await known.ReadAsync(query.OrderByDescending(a => a.Id).Take(size + 1), request.KnownAt, ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var response = new ListAgreementsResponse { Agreements = { page.Take(size).Select(a => a.ToProto(day)) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListAgreementsValidator : AbstractValidator<ListAgreementsRequest>
{
    public ListAgreementsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
