using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Reports;

/// <summary>Has the council reports of several municipalities made; they are made after the answer.</summary>
internal sealed class DraftEdition(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, ReportBell bell, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ReportService/DraftEdition";

    public async Task<DraftEditionResponse> RunAsync(DraftEditionRequest request, string caller, CancellationToken ct)
    {
        var answer = await requests.RunAsync(Rpc, caller, request.RequestId, request, token => DraftAsync(request, caller, token), ct);
        bell.Ring();
        return answer;
    }

    private async Task<DraftEditionResponse> DraftAsync(DraftEditionRequest request, string caller, CancellationToken ct)
    {
        var today = time.DutchToday();
        var members = await db.Set<ProjectedMunicipality>()
            .Where(m => db.Set<ProjectedMembership>().Any(p => p.MunicipalityId == m.Id && p.RegionId == MonitorArea.Region && p.ValidFrom <= today && (p.ValidUntil == null || p.ValidUntil > today)))
            .OrderBy(m => m.Rank).Select(m => m.Id).ToListAsync(ct);
        for (var i = 0; i < request.MunicipalityIds.Count; i++)
        {
            if (!members.Contains(request.MunicipalityIds[i]))
                throw new DomainException(ReportRules.MunicipalityUnknown, $"municipality_ids[{i}]", new Dictionary<string, string> { ["id"] = request.MunicipalityIds[i] });
        }

        var now = time.StorableNow();
        var edition = new ReportEdition
        {
            Id = Guid.CreateVersion7(now),
            Title = request.Title.Trim(),
            MunicipalityIds = [.. members.Where(id => request.MunicipalityIds.Count == 0 || request.MunicipalityIds.Contains(id))],
            DraftedAt = now,
            DraftedBy = caller,
        };
        db.Add(edition);
        return new DraftEditionResponse { Edition = edition.ToProto() };
    }
}

internal sealed class DraftEditionValidator : AbstractValidator<DraftEditionRequest>
{
    private const int MostMunicipalities = 400;

    public DraftEditionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Title).IsLine(100);
        RuleFor(r => r.MunicipalityIds).Must(ids => ids.Count <= MostMunicipalities).WithMessage($"Name at most {MostMunicipalities} municipalities, or none for all of the region.");
        RuleFor(r => r.MunicipalityIds).Must(ids => ids.Distinct().Count() == ids.Count).WithMessage("Name each municipality once.");
        RuleForEach(r => r.MunicipalityIds).Must(MunicipalityId.IsWellFormed).WithMessage($"Give a municipality id of the form {MunicipalityId.Form}.");
    }
}
