using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Invoices;

/// <summary>Issues a run, and publishes it in the same transaction.</summary>
internal sealed class IssueInvoiceRun(MunicipalitiesDbContext db, InvoiceRunReader reader, Once once)
{
    public Task<IssueInvoiceRunResponse> RunAsync(IssueInvoiceRunRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => IssueAsync(request, moment, token), ct);

    private async Task<IssueInvoiceRunResponse> IssueAsync(IssueInvoiceRunRequest request, Moment moment, CancellationToken ct)
    {
        var run = await reader.ComposeAsync(request.Content, moment, ct);
        // Runs of a region come one after another, so that their numbers have no gap.
        await db.Database.ExecuteSqlAsync($"select from region where id = {run.RegionId} for no key update", ct);
        var last = await db.Set<InvoiceRun>().Where(r => r.RegionId == run.RegionId && r.Year == run.Year).MaxAsync(r => (int?)r.Number, ct);
        run.NumberAfter(last ?? 0);
        db.Add(run);
        db.Publish(InvoiceEvents.Issued(run), run.Id.ToString("D"));
        return new IssueInvoiceRunResponse { Run = run.ToProto() };
    }
}

internal sealed class IssueInvoiceRunValidator : AbstractValidator<IssueInvoiceRunRequest>
{
    public IssueInvoiceRunValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Content).NotNull().SetValidator(new InvoiceRunContentValidator());
    }
}
