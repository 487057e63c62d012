using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Capacity;

/// <summary>Who works at the table on a day.</summary>
internal sealed class ListStaffMembers(ExpertTableDbContext db, TimeProvider time)
{
    public async Task<ListStaffMembersResponse> RunAsync(ListStaffMembersRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = request.Day?.ToDateOnly() ?? time.DutchToday();
        var query = db.Set<StaffMember>().FromSql($"select * from staff_member where validity @> {day}").AsNoTracking();
        if (request.Kind.ToDomain<StaffKind>() is { } kind)
            query = query.Where(m => m.Kind == kind);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(m => m.Id > last);
        }

        var page = await query.OrderBy(m => m.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListStaffMembersResponse { Members = { page.Take(size).Select(m => m.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListStaffMembersValidator : AbstractValidator<ListStaffMembersRequest>
{
    public ListStaffMembersValidator()
    {
        RuleFor(r => r.Kind).Must(k => k == V1.StaffKind.Unspecified || k.ToDomain<StaffKind>() is not null).WithMessage("Give a kind that exists, or leave it out.");
        RuleFor(r => r.Day).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
