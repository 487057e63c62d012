using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Memory;

/// <summary>A reference to a document, also one that was corrected.</summary>
internal sealed class GetDocument(MunicipalitiesDbContext db)
{
    public async Task<GetDocumentResponse> RunAsync(GetDocumentRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var documents = db.Set<DocumentReference>().AsNoTracking();
        var document = await documents.SingleOrDefaultAsync(d => d.Id == id, ct)
            ?? throw new DomainException(MemoryRules.DocumentUnknown, "id");
        var correctedBy = await documents.Where(d => d.CorrectsId == id).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(ct);
        return new GetDocumentResponse { Document = document.ToProto(correctedBy) };
    }
}

internal sealed class GetDocumentValidator : AbstractValidator<GetDocumentRequest>
{
    public GetDocumentValidator() => RuleFor(r => r.Id).IsUuid();
}
