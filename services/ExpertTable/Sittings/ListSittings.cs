using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>The sittings that the caller may see, the last day first.</summary>
internal sealed class ListSittings(SittingFiles sittings)
{
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<ListSittingsResponse> RunAsync(ListSittingsRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.Of(caller);
        var size = PageSize.From(request.PageSize);
        var query = sittings.Visible(scope).AsNoTracking();
        if (PageToken.Read(request, request.PageToken, parts: 3) is { } key)
        {
            if (key[0] != scope.Key || !DateOnly.TryParseExact(key[1], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !Guid.TryParseExact(key[2], "D", out var last))
                throw PageToken.Invalid();
            query = query.Where(s => s.Day < day || (s.Day == day && s.Id < last));
        }

        var page = await query.OrderByDescending(s => s.Day).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListSittingsResponse { Sittings = { page.Take(size).Select(s => s.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, page[size - 1].Day.ToString(DayFormat, CultureInfo.InvariantCulture), page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListSittingsValidator : AbstractValidator<ListSittingsRequest>
{
    public ListSittingsValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
