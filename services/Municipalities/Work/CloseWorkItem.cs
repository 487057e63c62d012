using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Work;

/// <summary>Records that an item was done or is dropped.</summary>
internal sealed class CloseWorkItem(MunicipalitiesDbContext db, Once once)
{
    public Task<CloseWorkItemResponse> RunAsync(CloseWorkItemRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CloseAsync(request, caller, moment, token), ct);

    private async Task<CloseWorkItemResponse> CloseAsync(CloseWorkItemRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        var on = request.ClosedDate.ToDateOnly();
        RecordedFact.RefuseFuture(on, moment.Today, "closed_date");
        var item = await db.WorkItemToChangeAsync(request.Id, request.Etag, ct);
        caller.EnsureMunicipality(item.MunicipalityId ?? "");
        var openBelow = await db.Set<WorkItem>().CountAsync(i => i.DossierId == item.Id && i.State == WorkItemState.Open, ct);
        item.Close(request.Dropped ? WorkItemState.Dropped : WorkItemState.Done, on, request.Outcome.Trim(), openBelow);
        db.Publish(WorkEvents.Changed(item, moment.Now), item.Id.ToString("D"));
        return new CloseWorkItemResponse { Item = item.ToProto(moment.Today) };
    }
}

internal sealed class CloseWorkItemValidator : AbstractValidator<CloseWorkItemRequest>
{
    public CloseWorkItemValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ClosedDate).IsDay();
        RuleFor(r => r.Outcome).IsText();
    }
}
