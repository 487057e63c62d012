using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Consultations;

/// <summary>A consultation with its texts. It is about nobody, so reading it stands in no read log.</summary>
internal sealed class GetConsultation(ExpertTableDbContext db, ConsultationSeal seal)
{
    public async Task<GetConsultationResponse> RunAsync(GetConsultationRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new DomainException(ConsultationRules.Unknown, "id");
        return new GetConsultationResponse { Consultation = consultation.ToProto(consultation.DestroyedOn is null ? seal.Open(consultation) : null) };
    }
}

internal sealed class GetConsultationValidator : AbstractValidator<GetConsultationRequest>
{
    public GetConsultationValidator() => RuleFor(r => r.Id).IsUuid();
}
