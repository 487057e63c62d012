using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about procedures, for the table over all rpcs.</summary>
internal sealed class ProcedureSamples(ProcurementHost host) : ISampleRequests
{
    private readonly ProcedureDrafts _drafts = new(host);

    public void AddTo(Samples samples) => samples
        .Add(() => ProcedureDrafts.Plan())
        .Add(async () => new RecordProcedureMandateRequest { Id = (await _drafts.PreparedAsync(ProcedureKind.ThreeNorth)).Id, MandateDate = Day(2025, 2, 1) })
        .Add(async () => ProcedureDrafts.Publication(await _drafts.PreparedAsync()))
        .Add(async () => new AskProcedureQuestionRequest { Id = (await _drafts.PublishedAsync()).Id, Text = "Hoeveel?", AskedDate = Day(2025, 3, 10) })
        .Add(async () => await AnswerAsync())
        .Add(async () => new PublishProcedureAnswersRequest { Id = (await _drafts.PublishedAsync()).Id })
        .Add(async () => await _drafts.BidAsync(await _drafts.PublishedAsync()))
        .Add(async () => new OpenBidsRequest { Id = (await _drafts.AnsweredAsync()).Id })
        .Add(async () => ProcedureDrafts.Assessment(await _drafts.OpenedAsync()))
        .Add(async () => ProcedureDrafts.Intention(await _drafts.AssessedAsync()))
        .Add(async () => new AwardProcedureRequest { Id = (await _drafts.IntendedAsync()).Id, AwardDate = Day(2025, 6, 1) })
        .Add(async () => ProcedureDrafts.Award(await _drafts.AwardedAsync()))
        .Add(async () => new ReportProcedureBackRequest { Id = (await _drafts.AwardedAsync(ProcedureKind.ThreeNorth)).Id, ReportDate = Day(2025, 6, 20) })
        .Add(async () => new ConcludeProcedureRequest { Id = (await _drafts.AwardedAsync()).Id })
        .Add(async () => new WithdrawProcedureRequest { Id = (await _drafts.PublishedAsync()).Id, Reason = "Geen behoefte" })
        .Add(async () => new ExportOcdsReleasesRequest { Id = (await _drafts.PublishedAsync()).Id })
        .Add(async () => new GetProcedureRequest { Id = (await _drafts.PreparedAsync()).Id });

    private async Task<AnswerProcedureQuestionRequest> AnswerAsync()
    {
        var asked = await _drafts.AskedAsync();
        return new() { Id = asked.Id, QuestionId = asked.Questions[0].Id, Answer = "Nee" };
    }
}
