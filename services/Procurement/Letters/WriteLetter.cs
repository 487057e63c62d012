using FluentValidation;
using Google.Protobuf;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Letters;

/// <summary>Writes a letter as page, PDF or DOCX from one document.</summary>
internal sealed class WriteLetter(LetterReader reader, TimeProvider time)
{
    private static readonly Dictionary<LetterKind, string> Names = new()
    {
        [LetterKind.CeilingWarning] = "waarschuwing-omzetplafond",
        [LetterKind.ClientStop] = "clientenstop",
        [LetterKind.Addendum] = "addendum",
        [LetterKind.ImprovementPlan] = "verbeterplan",
        [LetterKind.TariffSheet] = "tariefblad",
    };

    public async Task<WriteLetterResponse> RunAsync(WriteLetterRequest request, ProviderScope scope, CancellationToken ct)
    {
        var (content, ending) = File(await ReadAsync(request, scope, ct), request.Format);
        return new WriteLetterResponse { FileName = Names[request.Kind] + ending, Content = UnsafeByteOperations.UnsafeWrap(content) };
    }

    private Task<Document> ReadAsync(WriteLetterRequest request, ProviderScope scope, CancellationToken ct) => request.Kind switch
    {
        LetterKind.CeilingWarning => reader.CeilingWarningAsync(request.Id, scope, ct),
        LetterKind.ClientStop => reader.ClientStopAsync(request.Id, scope, ct),
        LetterKind.Addendum => reader.AddendumAsync(request.Id, request.AddendumNumber, scope, ct),
        LetterKind.ImprovementPlan => reader.ImprovementPlanAsync(request.Id, scope, ct),
        _ => reader.TariffSheetAsync(request.Id, AsOf.OrToday(request.AsOf, time), scope, ct),
    };

    private static (byte[] Content, string Ending) File(Document document, LetterFormat format) => format switch
    {
        LetterFormat.Pdf => (PdfFile.Write(document), ".pdf"),
        LetterFormat.Docx => (DocxFile.Write(document), ".docx"),
        _ => (HtmlFile.Write(document), ".html"),
    };
}

internal sealed class WriteLetterValidator : AbstractValidator<WriteLetterRequest>
{
    public WriteLetterValidator()
    {
        RuleFor(r => r.Kind).IsInEnum().NotEqual(LetterKind.Unspecified);
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AddendumNumber).GreaterThanOrEqualTo(0);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.Format).IsInEnum().NotEqual(LetterFormat.Unspecified);
    }
}
