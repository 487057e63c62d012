using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Consultations;

/// <summary>The consultations of a period, without their texts.</summary>
internal sealed class ListConsultations(ExpertTableDbContext db)
{
    public async Task<ListConsultationsResponse> RunAsync(ListConsultationsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Consultation>().AsNoTracking();
        if (request.StartDate is not null)
        {
            var start = request.StartDate.ToDateOnly();
            query = query.Where(c => c.HeldOn >= start);
        }

        if (request.EndDate is not null)
        {
            var end = request.EndDate.ToDateOnly();
            query = query.Where(c => c.HeldOn < end);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id < last);
        }

        var page = await query.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListConsultationsResponse { Consultations = { page.Take(size).Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListConsultationsValidator : AbstractValidator<ListConsultationsRequest>
{
    public ListConsultationsValidator()
    {
        RuleFor(r => r.StartDate).IsDayOrAbsent();
        RuleFor(r => r.EndDate).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
