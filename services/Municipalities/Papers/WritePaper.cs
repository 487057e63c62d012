using FluentValidation;
using Google.Protobuf;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Papers;

/// <summary>Writes a paper as it stands now, as page, PDF or DOCX from one document.</summary>
internal sealed class WritePaper(PaperReader reader, RegisterCache register, TimeProvider time)
{
    private static readonly Dictionary<PaperKind, string> Names = new()
    {
        [PaperKind.StateOfAffairs] = "stand-van-zaken",
        [PaperKind.ResponseMemo] = "nota-van-beantwoording",
        [PaperKind.CouncilProposal] = "raadsvoorstel",
        [PaperKind.CouncilLetter] = "raadsinformatiebrief",
        [PaperKind.Annotation] = "annotatie",
        [PaperKind.AllocationLetter] = "verdeling",
        [PaperKind.Handover] = "overdrachtsdossier",
    };

    public async Task<WritePaperResponse> RunAsync(WritePaperRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var municipality = request.MunicipalityId.Length > 0 ? snapshot.Municipality(request.MunicipalityId, "municipality_id") : null;
        var asked = new PaperAsked((PaperKind)request.Kind, request.RoundId, municipality, request.CostAllocationId, time.DutchToday());
        var paper = await reader.ReadAsync(asked, snapshot, ct);
        var (content, ending) = File(paper.Document, request.Format);
        return new WritePaperResponse
        {
            FileName = string.Join('-', new[] { Names[asked.Kind], request.MunicipalityId }.Where(part => part.Length > 0)) + ending,
            Content = UnsafeByteOperations.UnsafeWrap(content),
            Warnings = { paper.Warnings.Select(w => w.ToProto()) },
        };
    }

    private static (byte[] Content, string Ending) File(Document document, PaperFormat format) => format switch
    {
        PaperFormat.Pdf => (PdfFile.Write(document), ".pdf"),
        PaperFormat.Docx => (DocxFile.Write(document), ".docx"),
        _ => (HtmlFile.Write(document), ".html"),
    };
}

internal sealed class WritePaperValidator : AbstractValidator<WritePaperRequest>
{
    public WritePaperValidator()
    {
        RuleFor(r => r.Kind).IsInEnum().NotEqual(V1.PaperKind.Unspecified);
        RuleFor(r => r.Format).IsInEnum().NotEqual(PaperFormat.Unspecified);
        RuleFor(r => r.RoundId).IsUuid().When(r => r.RoundId.Length > 0);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.CostAllocationId).IsUuid().When(r => r.CostAllocationId.Length > 0);
    }
}
