using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>What a stand-in defines, and what others may see of it.</summary>
internal sealed class StandInAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly Dictionary<string, TypeDefinitionHandle> _types;
    private readonly HashSet<string> _friends;

    public StandInAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _reader = _file.GetMetadataReader();
        _types = _reader.TypeDefinitions.ToDictionary(
            handle => SignatureNames.NameOf(_reader, handle), handle => handle, StringComparer.Ordinal);
        _friends = [.. _reader.GetAssemblyDefinition().GetCustomAttributes().Select(FriendNamedBy).OfType<string>()];
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Why a type cannot be used from an assembly; null when it can.</summary>
    public string? FaultOfType(string name, string user)
    {
        if (!_types.TryGetValue(name, out var handle))
            return "the type does not exist";
        for (var type = _reader.GetTypeDefinition(handle); ; type = _reader.GetTypeDefinition(type.GetDeclaringType()))
        {
            var visible = (type.Attributes & TypeAttributes.VisibilityMask) switch
            {
                TypeAttributes.Public or TypeAttributes.NestedPublic => true,
                TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => true,
                TypeAttributes.NotPublic or TypeAttributes.NestedAssembly => _friends.Contains(user),
                _ => false,
            };
            if (!visible)
                return "the type is not visible";
            if (type.GetDeclaringType().IsNil)
                return null;
        }
    }

    /// <summary>Why a member of a type cannot be used from an assembly; null when it can.</summary>
    public string? FaultOfMember(string type, MemberShape member, string user)
    {
        if (FaultOfType(type, user) is { } fault)
            return fault;
        var found = MembersOf(_types[type], []).Where(known => known.Shape == member).ToList();
        if (found.Count == 0)
            return $"there is no such member; of that name there is: {Likely(type, member.Name)}";
        return found.Exists(known => known.IsOpen || (known.IsInternal && _friends.Contains(user)))
            ? null
            : "the member is not visible";
    }

    /// <summary>The virtual methods of a type and of the types of this assembly that it derives from.</summary>
    public IEnumerable<MemberShape> VirtualMethodsOf(string type, ImmutableArray<string> typeArguments) =>
        _types.TryGetValue(type, out var handle)
            ? MembersOf(handle, typeArguments).Where(member => member.IsVirtual).Select(member => member.Shape)
            : [];

    public bool Defines(string type) => _types.ContainsKey(type);

    private string Likely(string type, string member)
    {
        var shapes = MembersOf(_types[type], []).Where(known => string.Equals(known.Shape.Name, member, StringComparison.Ordinal));
        return string.Join("; ", shapes.Select(known => known.Shape.Signature).DefaultIfEmpty("nothing"));
    }

    private IEnumerable<Member> MembersOf(TypeDefinitionHandle handle, ImmutableArray<string> typeArguments)
    {
        var type = _reader.GetTypeDefinition(handle);
        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            var signature = SignatureNames.Of(method.DecodeSignature(SignatureNames.Instance, typeArguments));
            yield return new Member(new(_reader.GetString(method.Name), signature), method.Attributes);
        }

        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            var access = (MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask);
            var signature = field.DecodeSignature(SignatureNames.Instance, typeArguments);
            yield return new Member(new(_reader.GetString(field.Name), signature), access);
        }

        foreach (var inherited in InheritedBy(type, typeArguments))
            yield return inherited;
    }

    private IEnumerable<Member> InheritedBy(TypeDefinition type, ImmutableArray<string> typeArguments)
    {
        if (type.BaseType.IsNil)
            return [];
        var parent = TypeUse.Of(_reader, type.BaseType, typeArguments);
        return _types.TryGetValue(parent.Name, out var handle) ? MembersOf(handle, parent.Arguments) : [];
    }

    private string? FriendNamedBy(CustomAttributeHandle handle)
    {
        var attribute = _reader.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        var constructor = _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        var type = SignatureNames.NameOf(_reader, (TypeReferenceHandle)constructor.Parent);
        if (!string.Equals(type, "System.Runtime.CompilerServices.InternalsVisibleToAttribute", StringComparison.Ordinal))
            return null;
        var value = _reader.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString()?.Split(',')[0];
    }

    private sealed record Member(MemberShape Shape, MethodAttributes Attributes)
    {
        public bool IsVirtual => Attributes.HasFlag(MethodAttributes.Virtual);

        public bool IsOpen => (Attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

        public bool IsInternal => (Attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Assembly or MethodAttributes.FamANDAssem;
    }
}

/// <summary>Name and signature of a method or field.</summary>
internal sealed record MemberShape(string Name, string Signature);
