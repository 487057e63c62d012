using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>The requests that wait for an answer, what is due first first.</summary>
internal sealed class ListOpenCareRequests(ProcurementDbContext db, CareMessageReader messages, TimeProvider time)
{
    public async Task<ListOpenCareRequestsResponse> RunAsync(ListOpenCareRequestsRequest request, Caller caller, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var waiting = db.Set<CareRequest>().AsNoTracking().Where(r => r.DueOn != null);
        if ((await messages.PartyAsync(caller, ct)).Code is { } code)
            waiting = waiting.Where(r => r.MunicipalityId == code || r.ProviderAgbCode == code);
        if (request.DueBefore is not null)
        {
            var day = request.DueBefore.ToDateOnly();
            waiting = waiting.Where(r => r.DueOn < day);
        }

        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var (due, id) = Last(key);
            waiting = waiting.Where(r => r.DueOn > due || (r.DueOn == due && r.Id > id));
        }

        var page = await waiting.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(size + 1).ToListAsync(ct);
        var today = time.DutchToday();
        var response = new ListOpenCareRequestsResponse { Items = { page.Take(size).Select(r => ToProto(r, today)) } };
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.After(request, $"{last.DueOn:yyyy-MM-dd}", last.Id.ToString("D"));
        }

        return response;
    }

    private static (DateOnly Due, Guid Id) Last(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && Guid.TryParseExact(key[1], "D", out var id)
            ? (due, id)
            : throw PageToken.Invalid();

    private static OpenCareRequest ToProto(CareRequest request, DateOnly today) => new()
    {
        RequestId = request.Id.ToString("D"),
        Kind = $"JW{request.Kind}",
        State = (V1.CareRequestState)request.State,
        MunicipalityId = request.MunicipalityId,
        ProviderAgbCode = request.ProviderAgbCode,
        CareCategory = request.Category ?? "",
        WantedFrom = request.WantedFrom.ToProto(),
        ReceivedDate = request.ReceivedOn.ToProto(),
        DueDate = request.DueOn!.Value.ToProto(),
        IsOverdue = request.DueOn < today,
        MessageId = request.MessageId.ToString("D"),
    };
}

internal sealed class ListOpenCareRequestsValidator : AbstractValidator<ListOpenCareRequestsRequest>
{
    public ListOpenCareRequestsValidator()
    {
        RuleFor(r => r.DueBefore).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
