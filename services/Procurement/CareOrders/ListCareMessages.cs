using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Description;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>What came in, newest first. The ids are in the order of arrival (UUIDv7).</summary>
internal sealed class ListCareMessages(CareMessageReader messages, ShownCareMessageReader shown)
{
    public async Task<ListCareMessagesResponse> RunAsync(ListCareMessagesRequest request, Caller caller, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = await messages.VisibleAsync(caller, ct);
        if (request.Kind.Length > 0)
        {
            var kind = int.Parse(request.Kind.AsSpan(2), CultureInfo.InvariantCulture);
            query = query.Where(m => m.Kind == kind);
        }

        if (request.Outcome != V1.CareMessageOutcome.Unspecified)
        {
            var outcome = (CareMessageOutcome)request.Outcome;
            query = query.Where(m => m.Outcome == outcome);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(m => m.Id < last);
        }

        var page = await query.OrderByDescending(m => m.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListCareMessagesResponse { Messages = { await shown.ShowAsync([.. page.Take(size)], ct) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListCareMessagesValidator : AbstractValidator<ListCareMessagesRequest>
{
    public ListCareMessagesValidator()
    {
        RuleFor(r => r.Kind).Must(kind => kind.Length == 0 || MessageKind.All.Any(known => known.Name == kind))
            .WithMessage("Give a kind such as JW305, or leave it empty.");
        RuleFor(r => r.Outcome).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
