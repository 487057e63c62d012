using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Assessments;

/// <summary>The forms by code.</summary>
internal sealed class ListForms(MunicipalitiesDbContext db)
{
    public async Task<ListFormsResponse> RunAsync(ListFormsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<AssessmentForm>().AsNoTracking();
        if (request.Kind != V1.AssessmentKind.Unspecified)
        {
            var kind = (AssessmentKind)request.Kind;
            query = query.Where(f => f.Kind == kind);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is [var last])
            query = last.Contains('\0', StringComparison.Ordinal) ? throw PageToken.Invalid() : query.Where(f => f.Code.CompareTo(last) > 0);
        var page = await query.OrderBy(f => f.Code).Take(size + 1).Include(f => f.Criteria).ToListAsync(ct);
        var response = new ListFormsResponse { Forms = { page.Take(size).Select(f => f.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Code);
        return response;
    }
}

internal sealed class ListFormsValidator : AbstractValidator<ListFormsRequest>
{
    public ListFormsValidator()
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
