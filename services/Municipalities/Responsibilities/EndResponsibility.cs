using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Responsibilities;

/// <summary>Records that a body no longer has a role from a day on.</summary>
internal sealed class EndResponsibility(MunicipalitiesDbContext db, Once once)
{
    public Task<EndResponsibilityResponse> RunAsync(EndResponsibilityRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => EndAsync(request, token), ct);

    private async Task<EndResponsibilityResponse> EndAsync(EndResponsibilityRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        await db.Database.ExecuteSqlAsync($"select from responsibility where id = {id} for update", ct);
        var found = await db.Set<Responsibility>().SingleOrDefaultAsync(r => r.Id == id, ct)
            ?? throw new DomainException(ResponsibilityRules.Unknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        found.End(request.EndDate.ToDateOnly());
        return new EndResponsibilityResponse { Responsibility = found.ToProto() };
    }
}

internal sealed class EndResponsibilityValidator : AbstractValidator<EndResponsibilityRequest>
{
    public EndResponsibilityValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
