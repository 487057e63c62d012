using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Ceilings;

/// <summary>The client stops that hold on a day, newest first (UUIDv7). The expert table looks them up too.</summary>
internal sealed class ListClientStops(ProcurementDbContext db, TimeProvider time)
{
    public async Task<ListClientStopsResponse> RunAsync(ListClientStopsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var stops = db.Set<ClientStop>().FromSql($"select * from client_stop where validity @> {day}").AsNoTracking();
        if (scope.ProviderId is { } own)
            stops = stops.Where(s => s.ProviderId == own);
        if (request.ProviderId.Length > 0)
        {
            var wanted = Guid.ParseExact(request.ProviderId, "D");
            stops = stops.Where(s => s.ProviderId == wanted);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            stops = stops.Where(s => s.Id < last);
        }

        var page = await stops.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListClientStopsResponse { ClientStops = { page.Take(size).Select(s => s.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListClientStopsValidator : AbstractValidator<ListClientStopsRequest>
{
    public ListClientStopsValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
    }
}
