using System.Data;
using FluentValidation;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Letters;

/// <summary>Writes the advice of the current round as a letter. The line in the read log is committed before the answer leaves.</summary>
internal sealed class WriteAdviceLetter(ExpertTableDbContext db, CaseFiles files, TermReader terms, MunicipalityRegister municipalities, ReadLog log)
{
    private const string FileName = "adviesbrief";

    public async Task<WriteAdviceLetterResponse> RunAsync(WriteAdviceLetterRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.ToChange(caller);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (found, _, _) = await files.FindAsync(scope, Guid.ParseExact(request.Id, "D"), ct) ?? throw CaseScope.Unknown();
        var entries = await files.EntriesAsync(found.Id, ct);
        var given = AdviceLetter.AdviceOf(found, entries) ?? throw new DomainException(LetterRules.AdviceMissing, "id");
        var days = (await terms.ReadAsync(ct)).On(Terms.Term.DecisionDays, AdviceLetter.DayOf(given));
        await log.WriteAsync(
            new CaseReader(caller.Subject, scope.Role, nameof(WriteAdviceLetter), Reads.ReadPurpose.Decision), found.Pseudonyms.Select(p => (found.Id, p)), ct);
        await transaction.CommitAsync(ct);
        var municipality = await municipalities.NameAsync(found.MunicipalityId, ct);
        var (content, ending) = File(AdviceLetter.Of(found, entries, given, new AdviceLetterFrame(municipality, days)), request.Format);
        return new WriteAdviceLetterResponse { FileName = FileName + ending, Content = UnsafeByteOperations.UnsafeWrap(content) };
    }

    private static (byte[] Content, string Ending) File(Document document, LetterFormat format) => format switch
    {
        LetterFormat.Pdf => (PdfFile.Write(document), ".pdf"),
        LetterFormat.Docx => (DocxFile.Write(document), ".docx"),
        _ => (HtmlFile.Write(document), ".html"),
    };
}

internal sealed class WriteAdviceLetterValidator : AbstractValidator<WriteAdviceLetterRequest>
{
    public WriteAdviceLetterValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Format).IsInEnum().NotEqual(LetterFormat.Unspecified).WithMessage("Give the form of the file: a page, a PDF or a DOCX.");
    }
}
