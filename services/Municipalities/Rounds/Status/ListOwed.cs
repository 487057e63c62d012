using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>Who owes what by when over all rounds.</summary>
internal sealed class ListOwed(OwedReader reader, TimeProvider time)
{
    public async Task<ListOwedResponse> RunAsync(ListOwedRequest request, CancellationToken ct)
    {
        var filter = new OwedFilter
        {
            RegionId = request.RegionId,
            MunicipalityId = request.MunicipalityId,
            RoundId = request.RoundId.Length > 0 ? Guid.ParseExact(request.RoundId, "D") : null,
            Kind = request.Kind == V1.DutyKind.Unspecified ? null : (DutyKind)request.Kind,
            DueBy = request.DueBy?.ToDateOnly(),
        };
        var today = time.DutchToday();
        var page = await reader.ReadAsync(filter, request, request.PageSize, request.PageToken, ct);
        return new ListOwedResponse
        {
            Owed = { page.Owed.Select(o => o.Duty.ToProto(o.RoundId, o.Subject, today)) },
            NextPageToken = page.NextPageToken,
        };
    }
}

internal sealed class ListOwedValidator : AbstractValidator<ListOwedRequest>
{
    public ListOwedValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.RoundId).IsUuid().When(r => r.RoundId.Length > 0);
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.DueBy).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
