using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Work;

/// <summary>An item with its changes, judged by today.</summary>
internal sealed class GetWorkItem(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetWorkItemResponse> RunAsync(GetWorkItemRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var item = await db.Set<WorkItem>().AsNoTracking().Include(i => i.Changes).SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw StoredWork.Unknown("id");
        return new GetWorkItemResponse { Item = item.ToProto(time.DutchToday()) };
    }
}

internal sealed class GetWorkItemValidator : AbstractValidator<GetWorkItemRequest>
{
    public GetWorkItemValidator() => RuleFor(r => r.Id).IsUuid();
}
