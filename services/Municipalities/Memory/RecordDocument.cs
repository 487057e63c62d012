using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Memory;

/// <summary>Records where a document is to be found, or corrects such a reference.</summary>
internal sealed class RecordDocument(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RecordDocumentResponse> RunAsync(RecordDocumentRequest request, Caller caller, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.Document.MunicipalityId);
        return once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request.Document, caller, moment, token), ct);
    }

    private async Task<RecordDocumentResponse> RecordAsync(V1.DocumentReference asked, Caller caller, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "document.region_id");
        if (asked.MunicipalityId.Length > 0)
            snapshot.Municipality(asked.MunicipalityId, "document.municipality_id");
        var document = asked.ToDomain(moment);
        if (document.DatedOn is { } day && document.Precision == Register.DatePrecision.Day)
            RecordedFact.RefuseFuture(day, moment.Today, "document.date");
        if (document.CorrectsId is { } corrected)
            await RequireCorrectableAsync(corrected, caller, ct);
        db.Add(document);
        return new RecordDocumentResponse { Document = document.ToProto() };
    }

    private async Task RequireCorrectableAsync(Guid id, Caller caller, CancellationToken ct)
    {
        var corrected = await db.Set<DocumentReference>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct)
            ?? throw new DomainException(MemoryRules.DocumentUnknown, "document.corrects_id");
        caller.EnsureMunicipality(corrected.MunicipalityId ?? "");
    }
}

internal sealed class RecordDocumentValidator : AbstractValidator<RecordDocumentRequest>
{
    public RecordDocumentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Document).NotNull().SetValidator(new DocumentReferenceValidator());
    }
}
