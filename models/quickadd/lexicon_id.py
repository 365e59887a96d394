"""Indonesian, as it is written and as it is typed in a hurry. Data only.

Each kind has its words (or phrases of several words) and their values. To add a
language, write a module like this one and name it in `models.quickadd.lexicon`.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.quickadd.kinds import Edge, Kind, Part, Unit

#: Words without a value, by kind; phrases are parted by "|".
PLAIN: Mapping[str, str] = {
    Kind.DATEWORD: "tanggal|tgl|tggl|tg|per tanggal|pertanggal",
    Kind.NEXTPOST: "depan|dpn|besok depan",
    Kind.THISPOST: "ini",
    Kind.COMING: "mendatang|yang akan datang|yg akan datang|terdekat",
    Kind.PASTPOST: "lalu|yang lalu|yg lalu|kemarin lalu|silam|kmrn lalu",
    Kind.LATER: "lagi|lg|kemudian|dari sekarang|dr sekarang|ke depan",
    Kind.IN: "dalam|dlm|dalam waktu|dlm waktu",
    Kind.AT: "pukul|pkl|pk|jm",
    Kind.NANTI: "nanti|ntar|entar|nti|nnti|tar|ntr|nanti di",
    Kind.QUARTER: "seperempat|seprempat",
    Kind.MINUS: "kurang|krg",
    Kind.EVERY: "setiap|tiap|tiap-tiap|tiap2|saban|stiap|stp|tiap tiap|setiap kali",
    Kind.ONCE: "sekali|skali|sekali saja|1x",
    Kind.TIMES: "kali|x",
    Kind.DONE: (
        "setelah selesai|sesudah selesai|stlh selesai|stelah selesai|setelah beres|setelah kelar"
        "|sesudah beres|sejak selesai|dari selesai|setelah dikerjakan|setelah tuntas"
        "|habis selesai|abis selesai|setelah diselesaikan|terhitung selesai|setelah selesainya"
    ),
    Kind.DUE: (
        "deadline|dedlen|dl|tenggat|jatuh tempo|paling lambat|paling telat|selambat-lambatnya"
        "|maks|maksimal|batas|batas waktu|batasnya|deadlinenya|tenggatnya|dikumpulkan|dikumpul"
        "|paling lambatnya|max|dateline"
    ),
    Kind.BEFORE: (
        "sebelum|sblm|seblum|sebelom|sblum|sebelum deadline|sebelum tenggat|sebelum jatuh tempo"
        "|sebelum acara|sebelum mulai"
    ),
    Kind.AHEAD: "sebelumnya|sblmnya|sebelomnya|lebih awal|sblumnya",
    Kind.ON: "pada|di|pd|di hari|untuk|utk|buat|pas",
    Kind.START: "mulai|mulainya|dimulai|mulai dari|mulai pada|sejak|start|mulai per|terhitung",
    Kind.UNTIL: "sampai|hingga|sampe|s/d|sd|smp|ampe|sampai dengan|smpe|s.d|s.d.|sampek",
    Kind.FROM: "dari|dr",
    Kind.BETWEEN: "antara",
    Kind.EXCEPT: "kecuali|selain",
    Kind.FOR: (
        "selama|slama|durasi|estimasi|kira-kira|perkiraan|durasinya|estimasinya|lamanya|makan waktu"
        "|butuh waktu|sekitar|sebanyak"
    ),
    Kind.REMIND: (
        "ingatkan|ingetin|ingatkan saya|ingatkan aku|ingetin aku|ingetin gue|ingetin gw|pengingat"
        "|ingatkan lagi|ingatkanlah|alarm|pengingatnya|ingetin saya|tolong ingatkan|ingatin"
        "|ingatkan kami|ingetin ya|diingatkan"
    ),
    Kind.READY: "siap|harus siap|sudah siap|udah siap|siapkan|siapin|hrs siap|kelar|harus kelar",
    Kind.HONORIFIC: (
        "pak|bu|mas|mbak|mba|kak|bang|pakde|bude|om|ustaz|ustadz|dik|dek|si|selamat|cak|gus|haji|hj"
        "|uda|uni|bli|koh|cik|sdr|sdri|tuan|nyonya|kyai|namanya|bernama|nama|judul|judulnya"
        "|mbok|mang|wak|alm|almarhum|almarhumah|kang|lek"
        "|berjudul|bertajuk|tajuk|lirik|alias|dipanggil|tema|bertema|slogan"
    ),
    Kind.WORK: (
        "film|lagu|novel|serial|album|band|komik|sinetron|cerpen|puisi|majalah"
        "|kanal|akun|kedai|warung|kafe|komunitas|kapal|merek|merk|pt|cv|kampung|rm|resto|terminal|drama"
        "|desa|stasiun|halte|grup|lukisan|toko"
    ),
    Kind.ROAD: "jl|jln|jalan|gang|gg",
    Kind.PLACE: "universitas|stadion|tugu|monumen|jembatan",
    Kind.SEEN: "baca|dengar|dengarkan|dengerin|putar|setel|nyanyi|nyanyikan|tonton|membaca",
    Kind.TOPIC: "ceria|kelabu|berkah|manis|biru|sunyi|semangat|sendu|barokah",
    Kind.PAYING: "bayar|ongkir|biaya|total|transfer|setor|byr",
    Kind.LINK: (
        "dengan|dgn|bareng|bersama|ke|soal|tentang|ttg|yg|yang|ya|dong|deh|aja|saja|karena|krn"
        "|kalau|kalo|terus|trus|biar|supaya|sambil|via|tapi|oleh|bagi|agar|bawa"
    ),
    Kind.LABEL: (
        "perbandingan|campuran|menang|kalah|imbang|unggul|bintang|gelombang|kloter|layar"
        "|matius|mikha|korintus|roma|galatia|efesus|filipi|kolose|ibrani|yesaya|yeremia"
        "|versi|ver|bab|skor|nilai|harga|rp|no|nomor|nomer|ukuran|rasio|pasal|ayat|surah|qs|kelas"
        "|rt|rw|blok|level|lantai|halaman|hal|jilid|edisi|episode|eps|musim|mazmur|amsal|soal|jawaban|kode|tipe|seri|ipk|ip|suhu|diskon"
        "|idr|seharga|kamar|kursi|rute|jalur|peron|gate|skala|tensi|pecahan|bagian|part|flat"
        "|ruang|poin|bus|volume|vol|python|android|ios"
    ),
    Kind.COUNTER: "buah|biji|pcs|unit|pasang|lusin|dus|kotak|butir",
    Kind.MEASURE: (
        "kg|kilo|gram|gr|liter|ltr|ml|cm|mm|m|meter|km|orang|org|porsi|lembar|lbr|rim|ekor|batang"
        "|botol|bungkus|ribu|rb|juta|jt|miliar|persen|rupiah|dolar|putaran|set|repetisi|rep|gelas"
        "|cangkir|sdm|sdt|sendok|potong|ikat|kantong|karung|ton|ons|gb|mb|tb|watt|volt|mbps|gol"
        "|poin|sks|halaman|hal"
    ),
    Kind.AND: "dan|serta|sama|juga",
    Kind.WORD: (
        "besok-besok|hari-hari|jam-jam|malam-malam|minggu-minggu|jumat agung|rabu abu|kamis putih"
        "|sabtu suci|minggu palma|pasar minggu|pasar senen|pasar rebo|pasar jumat|pasar kamis"
        "|pasar rabu|pasar selasa|pasar sabtu|sekolah minggu|koran minggu|senin kamis"
        "|malam minggu miko|sabtu bersama bapak|selamat pagi|selamat siang|selamat sore"
        "|selamat malam"
        "|jam tangan|jam dinding|jam kerja|jam terbang|jam pasir|jam weker"
        "|jam besuk|arah jam|jam malam|edisi minggu|edisi senin|minggu ujian"
        "|minggu orientasi|minggu sibuk|minggu efektif|minggu aktif|minggu produktif|minggu biasa"
        "|minggu remedial|minggu uts|minggu uas|minggu libur|minggu literasi|minggu sunyi"
        "|minggu adven|khotbah jumat|khutbah jumat|krim malam|krim siang|krim pagi|serum malam"
        "|serum pagi|kerja kelompok|kerja bakti"
        "|kerja sama|kerja praktik|kerja lapangan|kerja tim"
        "|hari ibu|hari raya|hari h|hari kartini|tanggal merah|tgl merah|tanggal lahir|tgl lahir"
        "|tanggal tua|tanggal muda|kalender|lagi-lagi|sekali-sekali|sekali lagi"
        "|hari guru|hari pahlawan|hari kemerdekaan|hari natal|hari jadi|hari lahir|siang bolong"
        "|malam keakraban|malam puncak|malam pertama|malam tahun baru|pasar malam"
        "|orang tua|orang rumah|orang kantor"
        "|siap saji|siap pakai|siap-siap|lebih baik|lebih dari|kurang lebih|kurang dari"
        "|ini itu|hari hari|jumat berkah|senin ceria|mulai saja|jumat bersih|jumat kelabu"
        "|hari esok|esok hari nanti|masa depan|rumah depan|pintu depan|halaman depan|kamar depan"
        "|setengah hati|setengah mati|setengah matang|minggu tenang|bulan madu|bulan puasa"
        "|bulan ramadan|bulan sabit|tahun baru|tahun ajaran|sampai jumpa|sampai tuntas|kemarin sore"
    ),
}

#: Words that are something else in capitals: a school, not "until".
SMALL = "sd|smp|rab|hr|sen|sel|kam|jum|sab"

#: Weekdays stand behind what they are said of: none describes a noun that follows.
DESCRIBING = ""

#: Words with a value, by kind.
VALUED: Mapping[str, Mapping[object, str]] = {
    Kind.NUM: {
        1: "satu",
        2: "dua",
        3: "tiga",
        4: "empat",
        5: "lima",
        6: "enam",
        7: "tujuh|tuju",
        8: "delapan|lapan",
        9: "sembilan",
        10: "sepuluh",
        11: "sebelas",
        12: "dua belas|duabelas",
        13: "tiga belas",
        14: "empat belas",
        15: "lima belas",
        20: "dua puluh",
        25: "dua puluh lima",
        30: "tiga puluh",
        45: "empat puluh lima",
    },
    Kind.ORD: {
        1: "pertama|kesatu",
        2: "kedua",
        3: "ketiga",
        4: "keempat",
        5: "kelima",
    },
    Kind.LAST: {-1: "terakhir|trakhir"},
    Kind.REL: {
        0: "hari ini|hr ini|hri ini|ari ini|harini",
        1: "besok|bsk|bsok|besuk|bsuk|esok|esok hari|keesokan hari",
        2: "lusa|besok lusa|bsk lusa|hari lusa",
        3: "tulat",
    },
    Kind.GONE: {
        -1: "kemarin|kmrn|kemaren|kmren|semalam|tadi malam|tadi pagi|tadi siang|tadi sore|barusan",
        -2: "kemarin lusa|lusa kemarin|kemarin dulu|dua hari lalu",
    },
    Kind.WDAY: {
        0: "senin|snin|senen|snn",
        1: "selasa|slasa|slsa|sls",
        2: "rabu|rebo|rbu",
        3: "kamis|kmis|kms",
        4: "jumat|jum'at|jum’at|jmt|jumaat|jum at|jumt",
        5: "sabtu|sbtu|sbt|saptu",
        6: "ahad|hari minggu|hr minggu|hari mgg|hari mggu",
    },
    Kind.WEAK: {0: "sen", 1: "sel", 2: "rab", 3: "kam", 4: "jum", 5: "sab"},
    Kind.MINGGU: {6: "minggu|mggu|mgg|mnggu|mg|minngu"},
    Kind.MONTH: {
        1: "januari",
        2: "februari|pebruari|febuari",
        3: "maret|mrt",
        4: "april",
        5: "mei",
        6: "juni",
        7: "juli",
        8: "agustus|agu|ags|agt|agst",
        9: "september",
        10: "oktober|okt",
        11: "november|nopember|nop",
        12: "desember|des",
    },
    Kind.EVENING: {6: "malming|malem mingguan|mlm minggu"},
    Kind.WEEKEND: {5: "akhir pekan|akhir minggu|wiken|wikend|akhr pekan"},
    Kind.WORKDAY: {0: "hari kerja|hr kerja|hari aktif|hari masuk"},
    Kind.EDGE: {
        Edge.START: "awal|permulaan",
        Edge.MIDDLE: "pertengahan|tengah",
        Edge.END: "akhir|akhr|penghujung|ujung",
    },
    Kind.HARI: {Unit.DAY: "hari|hr|hri"},
    Kind.BULAN: {Unit.MONTH: "bulan|bln|bulannya"},
    Kind.HOUR: {Unit.HOUR: "jam"},
    Kind.UNIT: {
        Unit.MINUTE: "menit|mnt|mnit",
        Unit.WEEK: "pekan|pkan",
        Unit.YEAR: "tahun|thn|th",
        Unit.QUARTER: "triwulan|kuartal",
    },
    Kind.ONEUNIT: {
        Unit.MINUTE: "semenit",
        Unit.HOUR: "sejam|se jam",
        Unit.DAY: "sehari|se hari",
        Unit.WEEK: "seminggu|sepekan|sminggu|semggu|se minggu",
        Unit.MONTH: "sebulan|sebln",
        Unit.YEAR: "setahun|sethn",
    },
    Kind.PART: {
        Part.DAWN: "subuh|dini hari|shubuh|dinihari",
        Part.MORNING: "pagi|pagi-pagi|pagi2|pagi hari|pg|pagian",
        Part.MIDDAY: "siang|siang hari|siangan|siang2|siang-siang",
        Part.LATE_AFTERNOON: "sore|sorean|sore hari|sore-sore|sore2",
        Part.DUSK: "petang|magrib|maghrib|senja|petang hari",
        Part.NIGHT: "malam|malem|mlm|malam hari|maleman|mlem",
    },
    Kind.PARTA: {
        Part.DAWN: "habis subuh|abis subuh|ba'da subuh|bada subuh",
        Part.MIDDAY: "habis zuhur|habis dzuhur|ba'da zuhur|ba'da dzuhur|abis dzuhur|bada dzuhur",
        Part.LATE_AFTERNOON: "habis asar|habis ashar|ba'da asar|ba'da ashar|abis ashar|bada ashar",
        Part.DUSK: "habis magrib|habis maghrib|ba'da magrib|ba'da maghrib|abis magrib|abis maghrib",
        Part.NIGHT: "habis isya|ba'da isya|abis isya|bada isya|habis isa|selepas isya",
    },
    Kind.NOON: {12: "tengah hari", 24: "tengah malam|tengah malem"},
    Kind.PLUS: {False: "lewat|lebih|lwt"},
    Kind.HALF: {-30: "setengah|stgh|stengah"},
    Kind.ADVERB: {
        (Unit.DAY, 1): "tiap harinya|setiap harinya",
        (Unit.DAY, 2): "selang sehari|selang satu hari",
    },
    Kind.HISTORY: {
        True: (
            "serangan umum|proklamasi|revolusi|tragedi|peristiwa|pertempuran|dekrit|supersemar"
            "|pemberontakan|kudeta|pembantaian|kerusuhan|naskah proklamasi|teks proklamasi"
        ),
        False: "perjanjian|gerakan|deklarasi|perang|pengkhianatan|perlawanan|serangan",
    },
    Kind.MEAL: {
        Part.MORNING: "sarapan|sarapan pagi",
        Part.MIDDAY: "makan siang|maksi",
        Part.NIGHT: "makan malam|dinner|makan malem",
    },
    Kind.ZONE: {
        "Asia/Jakarta": "wib|waktu indonesia barat|waktu jakarta",
        "Asia/Makassar": "wita|waktu indonesia tengah|waktu bali|waktu makassar",
        "Asia/Jayapura": "wit|waktu indonesia timur|waktu jayapura|waktu papua",
    },
    Kind.PRIO: {
        1: "prioritas tinggi|prioritas 1|prioritas utama",
        5: "prioritas sedang|prioritas 2|prioritas menengah",
        9: "prioritas rendah|prioritas 3",
        0: "tanpa prioritas|prioritas 4",
    },
}
