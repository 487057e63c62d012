using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Exports;
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

/// <summary>
/// Makes the reports of editions one after another, each in a transaction of its own: a process that ends in between
/// leaves what is made, and another goes on from there. Two processes never make the same report.
/// </summary>
internal sealed class ReportDrafter(IServiceScopeFactory scopes, ReportBell bell, TimeProvider time, ILogger<ReportDrafter> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await MakeNextAsync(stoppingToken))
                    await bell.WaitAsync(LongestSleep, time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The report stays to be made; the database or its data may be right again later.
                log.LogError(exception, "A report could not be made");
                await Task.Delay(LongestSleep, time, stoppingToken);
            }
        }
    }

    private async Task<bool> MakeNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        if (!await db.Set<ReportEdition>().AnyAsync(edition => edition.State == EditionState.Drafting, ct))
            return false;
        await using var read = scopes.CreateAsyncScope();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var edition = await db.Set<ReportEdition>()
            .FromSql($"select * from report_edition where state = 'Drafting' order by drafted_at, id limit 1 for update skip locked").SingleOrDefaultAsync(ct);
        if (edition?.Next is not { } municipalityId)
            return false;

        // The monitor reads in a transaction of its own, on a connection of its own.
        var made = await read.ServiceProvider.GetRequiredService<CouncilFiguresReader>().ReadAsync(municipalityId, ct);
        await StoreAsync(db, edition, municipalityId, made, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task StoreAsync(ReportingDbContext db, ReportEdition edition, string municipalityId, CouncilFigures made, CancellationToken ct)
    {
        var document = CouncilText.Of(made, edition.Title);
        var content = ReportFiles.Content(document);
        var report = new CouncilReport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            EditionId = edition.Id,
            MunicipalityId = municipalityId,
            Content = content,
            ContentHash = FileHash.Of(System.Text.Encoding.UTF8.GetBytes(content)),
            HtmlHash = FileHash.Of(ReportFiles.Html(document)),
            PdfHash = FileHash.Of(ReportFiles.Pdf(document)),
        };
        db.Add(report);
        db.AddRange(CouncilText.Used(made).Select(o => new UsedFigure
        {
            ReportId = report.Id,
            Indicator = o.Indicator,
            AreaId = o.AreaId,
            Period = o.Period,
            Breakdown = o.Breakdown,
            Version = o.Version,
        }));
        edition.Made();
        await db.SaveChangesAsync(ct);
    }
}
